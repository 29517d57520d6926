// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine.declared;

import dev.assay.junit.run.Malformed;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A method that is a trial, or was meant to be one.
 *
 * @param malformed the reason why it cannot be run, or null if it can
 * @since 0.1
 */
public record TrialMethod(Method method, @Nullable Malformed malformed) {
  /** Returns the identity within its class: its name and the full names of its parameter types. */
  public String id() {
    return id(method);
  }

  static String id(Method method) {
    return signature(method, Class::getName);
  }

  /** Returns its name and the short names of its parameter types. */
  public String reportingName() {
    return signature(method, Class::getSimpleName);
  }

  /** Returns the names of its parameter types, as written in a selector. */
  String typeNames() {
    return Arrays.stream(method.getParameterTypes())
        .map(Class::getTypeName)
        .collect(Collectors.joining(","));
  }

  private static String signature(Method method, Function<Class<?>, String> name) {
    Class<?>[] types = method.getParameterTypes();
    return types.length == 0
        ? method.getName() + "()"
        : Arrays.stream(types)
            .map(name)
            .collect(Collectors.joining(", ", method.getName() + "(", ")"));
  }
}
