// SPDX-License-Identifier: Apache-2.0
package dev.assay.policy;

import java.time.Duration;

/** Arithmetic on waits that may grow beyond the range of a clock. */
final class Delays {
  private static final double NANOS_PER_SECOND = 1e9;

  private Delays() {}

  static double nanos(Duration delay) {
    return delay.getSeconds() * NANOS_PER_SECOND + delay.getNano();
  }

  /** Rounds to a nanosecond. A negative number counts as zero. */
  static Duration ofNanos(double nanos) {
    return Duration.ofNanos(Math.max(0, Math.round(nanos)));
  }

  static void requirePositive(String what, Duration delay) {
    if (delay.isZero() || delay.isNegative()) {
      throw new IllegalArgumentException(what + " must be positive: " + delay);
    }
  }

  static void requireGrowing(double factor) {
    if (!(factor >= 1 && factor < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("factor must be one or more: " + factor);
    }
  }
}
