// SPDX-License-Identifier: Apache-2.0
package dev.assay.stack;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The code that a trial runs: that of a test class and, unless it is what is done once for the
 * class, a method. The work of a thread that runs no trial belongs to the trial whose code is on
 * the stack.
 *
 * @since 0.1
 */
public final class TrialCode {
  private final List<String> types;
  private final @Nullable String method;

  private TrialCode(List<String> types, @Nullable String method) {
    this.types = types;
    this.method = method;
  }

  /**
   * Returns the code of a class and its superclasses.
   *
   * @param method the method, or null for what is done once for the class
   */
  public static TrialCode of(Class<?> type, @Nullable String method) {
    List<String> types = new ArrayList<>(List.of(type.getName()));
    Class<?> some = type.getSuperclass();
    while (some != null && UserCode.contains(some)) {
      types.add(some.getName());
      some = some.getSuperclass();
    }
    return new TrialCode(types, method);
  }

  /** Returns the code of the method in a frame. */
  public static TrialCode of(StackTraceElement frame) {
    return new TrialCode(List.of(frame.getClassName()), frame.getMethodName());
  }

  /** Returns {@code com.acme.PingTest#answers}, or the class for what is done once for it. */
  public String name() {
    return method == null ? types.get(0) : types.get(0) + "#" + method;
  }

  /** Returns whether a frame belongs to the method, or to a lambda in it. */
  public boolean hasMethod(String type, String name) {
    return method != null
        && types.contains(type)
        && (name.equals(method) || name.startsWith("lambda$" + method + "$"));
  }

  /** Returns whether a frame belongs to the class, or to one inside it. */
  public boolean hasClass(String type) {
    return types.stream().anyMatch(own -> type.equals(own) || type.startsWith(own + "$"));
  }

  /**
   * Returns whether a trial does what is done once for a class, which is initialised in it.
   *
   * @param code the code of the trial, if it is known
   */
  static boolean isOnceFor(String type, @Nullable TrialCode code) {
    return code != null && code.method == null && type.equals(code.types.get(0));
  }
}
