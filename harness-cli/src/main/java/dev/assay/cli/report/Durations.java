// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli.report;

import java.util.Locale;

/** Texts of real time. */
final class Durations {
  private static final double NANOS_PER_SECOND = 1e9;

  private Durations() {}

  /** Returns {@code 1.250s}. */
  static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.3fs", nanos / NANOS_PER_SECOND);
  }
}
