// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import java.time.Duration;
import java.util.Locale;

/** The text of lengths of time. */
final class Durations {
  private static final double NANOS_PER_SECOND = 1e9;

  private Durations() {}

  /** Returns {@code 1m2.5s}, as the texts of failures have it. */
  static String text(Duration time) {
    return time.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
  }

  /** Returns {@code 1.250s}. */
  static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.3fs", nanos / NANOS_PER_SECOND);
  }
}
