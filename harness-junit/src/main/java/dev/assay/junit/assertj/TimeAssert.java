// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.assertj;

import dev.assay.ledger.Display;
import dev.assay.time.DelayedCall;
import dev.assay.time.ReactorTime;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Assertions about an object that has a time and arms calls, which never run a call. */
abstract class TimeAssert<S extends TimeAssert<S, A>, A extends ReactorTime>
    extends SubjectAssert<S, A> {
  TimeAssert(@Nullable A actual, Class<S> self) {
    super(actual, self);
  }

  /** Verifies the current time: the time that has passed since the beginning. */
  public S isAt(Duration elapsed) {
    Duration now = present().elapsed();
    if (!now.equals(elapsed)) {
      throw difference(now, elapsed, "to be at " + at(elapsed), "it is at " + at(now));
    }
    return myself;
  }

  /** Verifies that no call is armed. */
  public S hasNoDelayedCalls() {
    List<DelayedCall> calls = present().delayedCalls();
    return expect(calls.isEmpty(), "to have no delayed calls", () -> armed(calls));
  }

  /** Verifies the time until the next call is due. */
  public S nextCallIn(Duration delay) {
    String wanted = "to have its next call in " + Display.time(delay);
    List<DelayedCall> calls = present().delayedCalls();
    Duration least = calls.stream().map(this::left).min(Comparator.naturalOrder()).orElse(null);
    if (least == null) {
      throw unmet(wanted, "no call is armed");
    }
    if (!least.equals(delay)) {
      throw difference(
          least, delay, wanted, "it comes in " + Display.time(least) + "; " + armed(calls));
    }
    return myself;
  }

  private static String at(Duration time) {
    return "t=" + Display.time(time);
  }

  private Duration left(DelayedCall call) {
    Duration left = call.due().minus(actual.elapsed());
    return left.isNegative() ? Duration.ZERO : left;
  }

  private static String armed(List<DelayedCall> calls) {
    return "these are armed" + Listing.of(calls);
  }
}
