// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.run;

import java.time.Duration;
import java.util.Locale;

/**
 * A time as users write it, in annotations and configuration parameters: {@code 2s}, {@code 500ms}
 * or {@code 1m30s}.
 *
 * @since 0.1
 */
public final class TimeText {
  private TimeText() {}

  /**
   * Reads a time.
   *
   * @param name the name of the annotation's element or of the parameter
   */
  public static Duration parse(String name, String text) {
    String plain = text.replace(" ", "").toLowerCase(Locale.ROOT);
    try {
      return plain.endsWith("ms")
          ? Duration.ofMillis(Long.parseLong(plain.substring(0, plain.length() - 2)))
          : Duration.parse("PT" + plain);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          name + " must be a time like 2s, 500ms or 1m30s: '" + text + "'", e);
    }
  }

  /** Reads a time that is a limit, which must be greater than zero. */
  static Duration limit(String name, String text) {
    Duration limit = parse(name, text);
    if (limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException(name + " must be more than 0: '" + text + "'");
    }
    return limit;
  }
}
