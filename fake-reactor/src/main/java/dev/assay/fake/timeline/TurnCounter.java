// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

import dev.assay.ledger.Display;
import dev.assay.ledger.Errors;
import dev.assay.time.LivelockError;

/**
 * The number of turns at one instant. The first turn runs what is due then; each further turn runs
 * the calls that the turn before it armed with no delay.
 */
final class TurnCounter {
  private static final int DEFAULT_LIMIT = 10_000;

  private int limit = DEFAULT_LIMIT;
  private int count;
  private long instant = -1;

  /**
   * The arming number at which this turn ends: calls armed from then on belong to the next turn.
   */
  private long end;

  void limit(int turns) {
    if (turns < 1) {
      throw new IllegalArgumentException("turns must be at least 1: " + turns);
    }
    limit = turns;
  }

  /** Restarts the count, because work from outside is not a livelock. */
  void restart() {
    count = 0;
  }

  /** Returns whether a call armed now with no delay would exceed the limit of turns. */
  boolean exhausted() {
    return count >= limit;
  }

  /**
   * Returns whether a call must wait until this turn has ended, because it was armed during the
   * turn, for the same instant.
   */
  boolean isLater(VirtualCall call) {
    return call.dueNanos() == instant && call.arming() >= end;
  }

  /**
   * Returns the arming number at which the turn of a call ends; the call must be the next to run.
   */
  long endFor(VirtualCall next) {
    return next.dueNanos() == instant && next.arming() < end ? end : Long.MAX_VALUE;
  }

  /**
   * Counts the turn that a call begins, if it begins one.
   *
   * @param armings the number of times anything was armed so far
   */
  void enter(VirtualCall call, long armings) {
    if (call.dueNanos() != instant) {
      instant = call.dueNanos();
      count = 0;
    } else if (call.arming() < end) {
      return;
    }
    if (exhausted()) {
      throw Errors.refused(livelock(call));
    }
    count++;
    end = armings;
  }

  private LivelockError livelock(VirtualCall call) {
    return new LivelockError(
        limit
            + " turns have run at t="
            + Display.time(call.due())
            + " and time has not moved: "
            + call.subject()
            + " would begin another; give it a delay, or allow more with withTurnLimit",
        call.frozen());
  }
}
