// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

/**
 * A timed wait on another thread than a timeline's own, which goes by the time of the timeline: it
 * looks at the clock every few milliseconds, so that whoever drives it pays nothing for those who
 * wait. A clock that nobody drives ends the wait as well, in real time, after half a minute or
 * after the wait's own time if that is longer.
 */
final class OutsideWait {
  /** How long a look is, in nanoseconds of real time. */
  static final long LOOK = 2_000_000;

  private final Timeline timeline;
  private final long due;
  private final long patience;

  /** What the clock read when it was last seen to move, and the real time that has passed since. */
  private long seen;

  private long stood;

  OutsideWait(Timeline timeline, long nanos) {
    this.timeline = timeline;
    this.seen = timeline.nanos();
    this.due = Nanos.saturated(seen, nanos);
    this.patience = Math.max(nanos, timeline.patience());
  }

  /** Returns whether the wait is over, after a look in which nothing has come. */
  boolean isOver() {
    long now = timeline.nanos();
    stood = now == seen ? stood + LOOK : 0;
    seen = now;
    return now >= due || stood >= patience;
  }
}
