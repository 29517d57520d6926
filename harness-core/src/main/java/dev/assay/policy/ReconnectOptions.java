// SPDX-License-Identifier: Apache-2.0
package dev.assay.policy;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The waits of a {@link ReconnectingClientFactory}, and the number of its attempts.
 *
 * @param initialDelay the first wait is this delay times the factor
 * @param maxDelay the longest wait, without jitter
 * @param factor the factor by which each wait is longer than the one before
 * @param maxRetries the number of retries without success in between
 * @param jitter the standard deviation of a wait, as a share of it
 * @param random the source of jitter; null for no jitter
 * @since 0.1
 */
public record ReconnectOptions(
    Duration initialDelay,
    Duration maxDelay,
    double factor,
    int maxRetries,
    double jitter,
    @Nullable RandomGenerator random) {

  /** The value for an unlimited number of retries. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /** The jitter that {@link #withJitter(RandomGenerator)} uses. */
  public static final double USUAL_JITTER = 0.119626565582;

  /**
   * Waits of e, e², e³… seconds, of an hour at most, with unlimited retries. Without jitter, as
   * nothing in Assay is random unless asked for.
   */
  public static final ReconnectOptions DEFAULT =
      new ReconnectOptions(Duration.ofSeconds(1), Duration.ofHours(1), Math.E, UNLIMITED, 0, null);

  /**
   * Creates options.
   *
   * @throws IllegalArgumentException if a value is out of its range
   */
  public ReconnectOptions {
    Delays.requirePositive("initialDelay", initialDelay);
    Delays.requirePositive("maxDelay", maxDelay);
    Delays.requireGrowing(factor);
    if (maxRetries < 0) {
      throw new IllegalArgumentException("maxRetries must not be negative: " + maxRetries);
    }
    if (!(jitter >= 0 && jitter < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("jitter must not be negative: " + jitter);
    }
  }

  /** Returns these options with another initial delay. */
  public ReconnectOptions withInitialDelay(Duration other) {
    return new ReconnectOptions(other, maxDelay, factor, maxRetries, jitter, random);
  }

  /** Returns these options with another maximum delay. */
  public ReconnectOptions withMaxDelay(Duration other) {
    return new ReconnectOptions(initialDelay, other, factor, maxRetries, jitter, random);
  }

  /** Returns these options with another factor. */
  public ReconnectOptions withFactor(double other) {
    return new ReconnectOptions(initialDelay, maxDelay, other, maxRetries, jitter, random);
  }

  /** Returns these options with another number of retries. */
  public ReconnectOptions withMaxRetries(int other) {
    return new ReconnectOptions(initialDelay, maxDelay, factor, other, jitter, random);
  }

  /** Returns these options with the usual jitter. */
  public ReconnectOptions withJitter(RandomGenerator source) {
    return withJitter(USUAL_JITTER, source);
  }

  /** Returns these options with jitter. */
  public ReconnectOptions withJitter(double share, RandomGenerator source) {
    return new ReconnectOptions(initialDelay, maxDelay, factor, maxRetries, share, source);
  }

  /** Returns the wait that follows the given one, whose jitter counts as well. */
  Duration after(Duration last) {
    double nanos = Math.min(Delays.nanos(last) * factor, Delays.nanos(maxDelay));
    if (random != null) {
      nanos += nanos * jitter * random.nextGaussian();
    }
    return Delays.ofNanos(nanos);
  }
}
