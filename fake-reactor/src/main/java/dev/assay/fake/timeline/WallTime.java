// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The wall clock of a timeline: it moves with virtual time, and can be stepped.
 *
 * @since 0.1
 */
public final class WallTime {
  /**
   * The year 2000 in UTC. Parsing it from text would load all date parsing classes, in every
   * process.
   */
  private static final Instant BEGINNING = Instant.ofEpochSecond(946_684_800);

  private final Timeline timeline;
  private volatile Instant atBeginning = BEGINNING;

  /** Creates the wall time of a timeline. */
  public WallTime(Timeline timeline) {
    this.timeline = timeline;
  }

  /** Returns this wall time as a clock of a time zone. */
  public Clock in(ZoneId zone) {
    return new WallClock(this, zone);
  }

  Instant read() {
    return atBeginning.plusNanos(timeline.nanos());
  }

  /** Sets the wall clock. */
  public void set(Instant time) {
    timeline.checkThread("set the wall clock");
    try {
      atBeginning = time.minusNanos(timeline.nanos());
    } catch (DateTimeException tooEarly) {
      throw new IllegalArgumentException(
          "time must not be before the earliest Instant: " + time, tooEarly);
    }
  }

  /** Moves the wall clock forward, or back by a negative duration. */
  public void step(Duration by) {
    timeline.checkThread("step the wall clock");
    try {
      set(read().plus(by));
    } catch (DateTimeException | ArithmeticException tooFar) {
      throw new IllegalArgumentException(
          "by must keep the wall clock within " + Instant.MIN + " and " + Instant.MAX + ": " + by,
          tooFar);
    }
  }

  /** A timeline's wall time as a {@link Clock} of one time zone. */
  private static final class WallClock extends Clock {
    private final WallTime time;
    private final ZoneId zone;

    WallClock(WallTime time, ZoneId zone) {
      this.time = time;
      this.zone = zone;
    }

    @Override
    public Instant instant() {
      return time.read();
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return zone.equals(this.zone) ? this : new WallClock(time, zone);
    }

    /** Returns {@code wall clock at 2000-01-01T00:00:00Z in UTC}. */
    @Override
    public String toString() {
      return "wall clock at " + instant() + " in " + zone;
    }
  }
}
