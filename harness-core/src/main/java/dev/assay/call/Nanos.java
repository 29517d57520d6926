// SPDX-License-Identifier: Apache-2.0
package dev.assay.call;

import java.time.Duration;

/**
 * Durations as a clock counts them: in nanoseconds, which have a range of some 292 years.
 *
 * @since 0.1
 */
public final class Nanos {
  private Nanos() {}

  /**
   * Returns the time after a duration from now; rejects a duration that is negative or too long.
   */
  public static long after(String what, long now, Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException(what + " must not be negative: " + duration);
    }
    return sum(what, now, duration);
  }

  /**
   * Returns a time shifted by a duration of either sign; rejects a duration that is too long. A
   * result too early to be counted is earlier than any time.
   */
  public static long sum(String what, long time, Duration duration) {
    try {
      return Math.addExact(time, duration.toNanos());
    } catch (ArithmeticException tooLong) {
      if (duration.isNegative()) {
        return Long.MIN_VALUE;
      }
      throw new IllegalArgumentException(
          what + " must not pass the end of the clock at " + end() + ": " + duration, tooLong);
    }
  }

  /**
   * Returns the time after a delay from now; a negative delay counts as zero, and the result stays
   * within the range of the clock.
   */
  public static long saturated(long now, long delay) {
    return now + Math.min(Math.max(delay, 0), Long.MAX_VALUE - now);
  }

  private static Duration end() {
    return Duration.ofNanos(Long.MAX_VALUE);
  }
}
