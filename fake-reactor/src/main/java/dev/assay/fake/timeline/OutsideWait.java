// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

import dev.assay.call.Nanos;

/**
 * A timed wait on a thread other than a timeline's own, by the time of the timeline. It polls the
 * clock every few milliseconds, so that driving the clock costs nothing extra for the waiting
 * threads. If the clock is not driven, the wait also ends in real time, after half a minute or
 * after the wait's own time if that is longer.
 */
final class OutsideWait {
  /** The interval between polls, in nanoseconds of real time. */
  static final long LOOK = 2_000_000;

  private final Timeline timeline;
  private final long due;
  private final long patience;

  /**
   * The reading of the clock when it was last seen to move, and the real time that has passed
   * since.
   */
  private long seen;

  private long stood;

  OutsideWait(Timeline timeline, long nanos) {
    this.timeline = timeline;
    this.seen = timeline.nanos();
    this.due = Nanos.saturated(seen, nanos);
    this.patience = Math.max(nanos, timeline.patience());
  }

  /** Returns whether the wait is over, after a poll without a result. */
  boolean isOver() {
    long now = timeline.nanos();
    stood = now == seen ? stood + LOOK : 0;
    seen = now;
    return now >= due || stood >= patience;
  }
}
