// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The code that a trial runs: that of a test class and, unless it is the class's own, a method. */
final class TrialCode {
  private final List<String> types;
  private final @Nullable String method;

  TrialCode(List<String> types, @Nullable String method) {
    this.types = types;
    this.method = method;
  }

  /** Returns the code of a class: its own, and that of the classes that it extends. */
  static TrialCode of(Class<?> type, @Nullable String method) {
    List<String> types = new ArrayList<>(List.of(type.getName()));
    Class<?> some = type.getSuperclass();
    while (some != null && UserCode.contains(some)) {
      types.add(some.getName());
      some = some.getSuperclass();
    }
    return new TrialCode(types, method);
  }

  /** Returns whether a frame is that of the method, or of a lambda in it. */
  boolean hasMethod(String type, String name) {
    return method != null
        && types.contains(type)
        && (name.equals(method) || name.startsWith("lambda$" + method + "$"));
  }

  /** Returns whether a frame is that of the class, or of one inside it. */
  boolean hasClass(String type) {
    return types.stream().anyMatch(own -> type.equals(own) || type.startsWith(own + "$"));
  }

  /** Returns whether this is what is done once for a class, which is initialised in it. */
  boolean isOnceFor(String type) {
    return method == null && type.equals(types.get(0));
  }
}
