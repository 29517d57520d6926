// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** A timeline's wall time as a {@link Clock} of one time zone. */
final class WallClock extends Clock {
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
