// SPDX-License-Identifier: Apache-2.0
package dev.assay.policy;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The wait before the next attempt.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface BackoffPolicy {
  /**
   * Returns the wait after a failure.
   *
   * @param failures the number of failures in a row, at least one
   */
  Duration delay(int failures);

  /**
   * Returns waits that grow by half each time, from 1.5 seconds to a minute. They are not random.
   * If one server has many clients, use {@linkplain #withJitter(Duration, RandomGenerator) jitter}
   * as well.
   */
  static BackoffPolicy exponential() {
    return exponential(Duration.ofSeconds(1), Duration.ofMinutes(1), 1.5);
  }

  /**
   * Returns waits that grow by a factor each time: {@code initial * factor}, {@code initial *
   * factor * factor} and so on.
   *
   * @param max the longest wait
   * @throws IllegalArgumentException if a wait is not positive, or the factor less than one
   */
  static BackoffPolicy exponential(Duration initial, Duration max, double factor) {
    Delays.requirePositive("initial", initial);
    Delays.requirePositive("max", max);
    Delays.requireGrowing(factor);
    return failures ->
        Delays.ofNanos(
            Math.min(Delays.nanos(initial) * StrictMath.pow(factor, failures), Delays.nanos(max)));
  }

  /**
   * Returns these waits, each longer by a random time. Clients that have lost their connections at
   * the same time then do not all come back at the same time.
   *
   * @param atMost the bound of the random time
   * @throws IllegalArgumentException if the bound is negative
   */
  default BackoffPolicy withJitter(Duration atMost, RandomGenerator random) {
    if (atMost.isNegative()) {
      throw new IllegalArgumentException("atMost must not be negative: " + atMost);
    }
    double bound = Delays.nanos(atMost);
    return failures -> delay(failures).plus(Delays.ofNanos(bound * random.nextDouble()));
  }
}
