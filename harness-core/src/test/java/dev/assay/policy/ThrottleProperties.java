// SPDX-License-Identifier: Apache-2.0
package dev.assay.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.time.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

final class ThrottleProperties {
  /** What may flow beyond the rate: a bucket, which is a tenth of a second, and one piece. */
  private static final double BUCKET_SECONDS = 0.1;

  @Property
  void flow_inAnyTime_keepsTheRate(
      @ForAll @IntRange(min = 1, max = 100_000) int rate,
      @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 1, max = 70_000) Integer> pieces,
      @ForAll @Size(max = 60) List<@IntRange(max = 2000) Integer> pausesInMillis) {
    List<Flowed> flowed = flow(rate, pieces, pausesInMillis);

    double excess = 0;
    for (int first = 0; first < flowed.size(); first++) {
      long bytes = 0;
      long largest = 0;
      for (int last = first; last < flowed.size(); last++) {
        Flowed now = flowed.get(last);
        bytes += now.bytes;
        largest = Math.max(largest, now.bytes);
        double seconds = now.at.minus(flowed.get(first).at).toNanos() / 1e9;
        excess = Math.max(excess, bytes - rate * (seconds + BUCKET_SECONDS) - largest);
      }
    }
    assertThat(excess).isCloseTo(0, within(1e-3));
  }

  @Property
  void flow_thatAlwaysHasMore_reachesTheRate(
      @ForAll @IntRange(min = 1000, max = 100_000) int rate,
      @ForAll @IntRange(min = 100, max = 20_000) int piece) {
    int pieces = 2 * rate / piece + 1;
    List<Flowed> flowed = flow(rate, Collections.nCopies(pieces, piece), List.of());

    double seconds = flowed.get(flowed.size() - 1).at.toNanos() / 1e9;
    assertThat(seconds).isLessThanOrEqualTo((double) pieces * piece / rate + pieces * 1e-9);
  }

  /** Lets pieces flow as soon as they are there and not held back. */
  private static List<Flowed> flow(int rate, List<Integer> pieces, List<Integer> pausesInMillis) {
    ManualTime time = new ManualTime();
    Throttle throttle = new Throttle(time, rate, () -> {});
    List<Flowed> flowed = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      if (i < pausesInMillis.size()) {
        time.advance(Duration.ofMillis(pausesInMillis.get(i)));
      }
      while (throttle.isHolding()) {
        time.advance(time.delayedCalls().get(0).due().minus(time.elapsed()));
      }
      flowed.add(new Flowed(time.elapsed(), pieces.get(i)));
      throttle.count(pieces.get(i));
    }
    return flowed;
  }

  private record Flowed(Duration at, long bytes) {}
}
