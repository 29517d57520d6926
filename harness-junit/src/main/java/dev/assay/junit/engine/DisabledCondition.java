// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.platform.engine.ConfigurationParameters;

/**
 * The decision whether {@code @Disabled} counts. IDEs switch it off, by the name of the class with
 * which Jupiter implements it, when a user runs a disabled test on purpose.
 */
final class DisabledCondition {
  private static final String DEACTIVATE = "junit.jupiter.conditions.deactivate";
  private static final String JUPITERS_CLASS =
      "org.junit.jupiter.engine.extension.DisabledCondition";

  private DisabledCondition() {}

  static boolean isActive(ConfigurationParameters parameters) {
    return parameters.get(DEACTIVATE).stream()
        .flatMap(patterns -> Arrays.stream(patterns.split(",")))
        .noneMatch(pattern -> matches(pattern.strip()));
  }

  private static boolean matches(String pattern) {
    String regex =
        Arrays.stream(pattern.split("\\*", -1))
            .map(Pattern::quote)
            .reduce((a, b) -> a + ".*" + b)
            .orElse("");
    return JUPITERS_CLASS.matches(regex);
  }
}
