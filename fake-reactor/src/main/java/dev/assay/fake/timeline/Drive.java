// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

import dev.assay.time.LivelockError;
import java.util.function.BooleanSupplier;

/**
 * The loop that runs the calls of a timeline on its own thread.
 *
 * @since 0.1
 */
public record Drive(Timeline timeline) {
  /** Runs what is due by the limit, each call at its own time, until a condition holds. */
  public void until(BooleanSupplier done, long limit) {
    try {
      while (!done.getAsBoolean() && timeline.runNext(limit)) {}
    } catch (LivelockError stuck) {
      timeline.failures().fail(stuck);
    }
  }

  /** Runs what is due by the given time, then moves to that time. */
  public void to(long end) {
    until(() -> false, end);
    timeline.moveTo(end);
    timeline.failures().raise();
  }

  /**
   * Runs what is due until a condition holds. If it does not hold, moves to the end, if the clock
   * can count that far. Returns whether the condition holds.
   */
  boolean await(BooleanSupplier done, long end) {
    until(done, end);
    if (!done.getAsBoolean() && end < Long.MAX_VALUE) {
      timeline.moveTo(end);
    }
    timeline.failures().raise();
    return done.getAsBoolean();
  }
}
