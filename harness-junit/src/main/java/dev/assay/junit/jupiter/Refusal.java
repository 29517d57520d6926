// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.jupiter;

import dev.assay.junit.run.Malformed;
import dev.assay.junit.run.MalformedException;
import dev.assay.junit.run.OtherEngines;
import dev.assay.junit.run.SettingsReader;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Tests that are declared so that they cannot be judged: they fail before they begin. */
final class Refusal {
  private Refusal() {}

  /** Returns what is wrong with the test of a context, or null; of a class, nothing is. */
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
