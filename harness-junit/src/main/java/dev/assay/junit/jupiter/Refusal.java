// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.jupiter;

import dev.assay.junit.run.Malformed;
import dev.assay.junit.run.MalformedException;
import dev.assay.junit.run.OtherEngines;
import dev.assay.junit.run.SettingsReader;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Tests whose declaration makes a verdict impossible: they fail before they begin. */
final class Refusal {
  private Refusal() {}

  /** Returns the problem of the test of a context, or null; for a class, always null. */
  static @Nullable Malformed of(ExtensionContext context) {
    Method method = context.getTestMethod().orElse(null);
    if (method == null) {
      return null;
    }
    Malformed twice = OtherEngines.check(method);
    return twice == null ? ofSettings(context.getRequiredTestClass(), method) : twice;
  }

  private static @Nullable Malformed ofSettings(Class<?> testClass, Method method) {
    try {
      SettingsReader.WITHOUT_PARAMETERS.of(testClass, method);
      return null;
    } catch (MalformedException e) {
      return e.malformed();
    }
  }
}
