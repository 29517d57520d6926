// SPDX-License-Identifier: Apache-2.0
package dev.assay.jqwik;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * The arbitrary of delays: with few lengths so that many are equal, and with values just around
 * those.
 */
final class DelayArbitrary {
  private static final Duration NANO = Duration.ofNanos(1);
  private static final List<Duration> UNITS =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofMillis(1),
          Duration.ofMinutes(1),
          Duration.ofMillis(100),
          NANO);

  private DelayArbitrary() {}

  static Arbitrary<Duration> any() {
    return Combinators.combine(
            Arbitraries.of(UNITS),
            Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.integers().between(0, 3)),
                Tuple.of(1, Arbitraries.integers().between(0, 60))),
            Arbitraries.of(0, 0, 0, 0, 1, -1))
        .as((unit, count, edge) -> atLeastZero(unit.multipliedBy(count).plusNanos(edge)));
  }

  private static Duration atLeastZero(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }

  static Arbitrary<Duration> around(Duration deadline) {
    if (deadline.isNegative() || deadline.isZero()) {
      throw new IllegalArgumentException("deadline must be positive: " + deadline);
    }
    List<Duration> edges =
        Stream.of(
                Duration.ZERO,
                NANO,
                deadline.dividedBy(2),
                deadline.minus(NANO),
                deadline,
                deadline.plus(NANO),
                deadline.multipliedBy(2))
            .distinct()
            .toList();
    return Arbitraries.frequencyOf(
        Tuple.of(2, Arbitraries.of(edges)),
        Tuple.of(
            1,
            Arbitraries.longs()
                .between(0, deadline.multipliedBy(2).toNanos())
                .map(Duration::ofNanos)));
  }
}
