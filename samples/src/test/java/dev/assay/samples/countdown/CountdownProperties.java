// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.countdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.fake.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for every countdown, however time passes. */
final class CountdownProperties {
  @Property
  void numberThatIsShown_isRight_howeverTimePasses(
      @ForAll @IntRange(max = 50) int first,
      @ForAll @IntRange(min = 1, max = 5_000) int interval,
      @ForAll @Size(max = 20) List<@IntRange(max = 20_000) Integer> steps,
      @ForAll @IntRange(min = 1, max = 5) int stalls) {
    VirtualClock clock = new VirtualClock();
    List<String> shown = new ArrayList<>();
    Deferred<Countdown> zero = start(clock, first, interval, shown);

    for (int i = 0; i < steps.size(); i++) {
      Duration step = Duration.ofMillis(steps.get(i));
      if (i % stalls == 0) {
        clock.jump(step);
      } else {
        clock.advance(step);
      }
      long right = Math.max(0, first - clock.elapsed().toMillis() / interval);
      assertThat(shown).endsWith("fuel " + right);
      assertThat(zero.isFired()).isEqualTo(right == 0);
    }
  }

  @Property
  void countdownThatNothingHoldsUp_showsEachNumberOnce(
      @ForAll @IntRange(max = 200) int first,
      @ForAll @IntRange(min = 1, max = 3_600_000) int interval) {
    VirtualClock clock = new VirtualClock();
    List<String> shown = new ArrayList<>();
    start(clock, first, interval, shown);
    clock.runUntilIdle(Duration.ofDays(365));

    assertThat(clock.elapsed()).isEqualTo(Duration.ofMillis(interval).multipliedBy(first));
    assertThat(shown).hasSize(first + 1).doesNotHaveDuplicates().endsWith("fuel 0");
  }

  private static Deferred<Countdown> start(
      VirtualClock clock, int first, int interval, List<String> shown) {
    return new Countdown(clock, "fuel", first, Duration.ofMillis(interval), shown::add).start();
  }
}
