// SPDX-License-Identifier: Apache-2.0
package dev.assay.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

final class BackoffProperties {
  @Property
  void exponential_isMonotone_andCapped(
      @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long initial,
      @ForAll @LongRange(min = 1, max = 1_000_000_000_000_000L) long max,
      @ForAll @DoubleRange(min = 1, max = 10) double factor,
      @ForAll @IntRange(min = 1, max = 5000) int failures) {
    BackoffPolicy policy =
        BackoffPolicy.exponential(Duration.ofNanos(initial), Duration.ofNanos(max), factor);

    assertThat(policy.delay(failures + 1))
        .isGreaterThanOrEqualTo(policy.delay(failures))
        .isLessThanOrEqualTo(Duration.ofNanos(max));
  }

  @Property
  void jitter_onlyAdds_andLessThanItsBound(
      @ForAll @LongRange(max = 1_000_000_000_000L) long bound,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 50) int failures) {
    BackoffPolicy policy = BackoffPolicy.exponential();
    Duration plain = policy.delay(failures);

    assertThat(policy.withJitter(Duration.ofNanos(bound), new Random(seed)).delay(failures))
        .isBetween(plain, plain.plusNanos(bound));
  }

  @Property
  void reconnect_withoutJitter_isMonotone_andCapped(
      @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long initial,
      @ForAll @LongRange(min = 1, max = 1_000_000_000_000_000L) long max,
      @ForAll @DoubleRange(min = 1, max = 10) double factor) {
    ReconnectOptions options =
        ReconnectOptions.DEFAULT
            .withInitialDelay(Duration.ofNanos(initial))
            .withMaxDelay(Duration.ofNanos(max))
            .withFactor(factor);
    Duration cap = Duration.ofNanos(max);
    Duration last = options.after(Duration.ofNanos(initial));

    for (int i = 0; i < 50; i++) {
      Duration next = options.after(last);
      assertThat(next).isGreaterThanOrEqualTo(last).isLessThanOrEqualTo(cap);
      last = next;
    }
  }
}
