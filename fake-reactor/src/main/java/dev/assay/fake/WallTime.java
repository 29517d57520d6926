// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** What the wall clock of a timeline reads: it goes on with virtual time, and can be stepped. */
final class WallTime {
  /** The year 2000 in UTC; as text it would load all that reads dates, in every process. */
  private static final Instant BEGINNING = Instant.ofEpochSecond(946_684_800);

  private final Timeline timeline;
  private volatile Instant atBeginning = BEGINNING;

  WallTime(Timeline timeline) {
    this.timeline = timeline;
  }

  Instant read() {
    return atBeginning.plusNanos(timeline.nanos());
  }

  void set(Instant time) {
    timeline.checkThread("set the wall clock");
    try {
      atBeginning = time.minusNanos(timeline.nanos());
    } catch (DateTimeException tooEarly) {
      throw new IllegalArgumentException("time must not be before all time: " + time, tooEarly);
    }
  }

  void step(Duration by) {
    timeline.checkThread("step the wall clock");
    try {
      set(read().plus(by));
    } catch (DateTimeException | ArithmeticException tooFar) {
      throw new IllegalArgumentException(
          "by must keep the wall clock within " + Instant.MIN + " and " + Instant.MAX + ": " + by,
          tooFar);
    }
  }
}
