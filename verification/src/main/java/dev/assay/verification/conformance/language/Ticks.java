// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.conformance.language;

import dev.assay.fake.VirtualClock;
import java.time.Duration;

/** Time as cases count it: a tick is a millisecond here. */
public final class Ticks {
  private Ticks() {}

  public static Duration in(Fields fields, String name) {
    return Duration.ofMillis(fields.number(name));
  }

  public static long of(Duration time) {
    return time.toMillis();
  }

  /** Returns the action of a step that lets time pass at once and traces what time it is then. */
  public static Script.Action jump(Fields step, VirtualClock clock, Trace trace) {
    Duration by = in(step, "ticks");
    return () -> {
      clock.jump(by);
      trace.add("now", of(clock.elapsed()));
    };
  }
}
