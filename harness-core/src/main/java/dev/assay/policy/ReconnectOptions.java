// SPDX-License-Identifier: Apache-2.0
package dev.assay.policy;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link ReconnectingClientFactory} waits, and how often it tries.
 *
 * @param initialDelay what the first wait is a multiple of
 * @param maxDelay above which waits do not grow, apart from jitter
 * @param factor by which each wait is longer than the last; the first one, than the initial delay
 * @param maxRetries how often to try again without success in between
 * @param jitter the standard deviation of a wait, as a part of it
 * @param random where jitter comes from; without it, there is none
 * @since 0.1
 */
public record ReconnectOptions(
    Duration initialDelay,
    Duration maxDelay,
    double factor,
    int maxRetries,
    double jitter,
    @Nullable RandomGenerator random) {

  /** The number of retries that is no limit. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /** The jitter that is usual where there is any. */
  public static final double USUAL_JITTER = 0.119626565582;

  /**
   * Waits of e, e², e³… seconds, of an hour at most, without end and, because nothing here is
   * random that nobody asked to be, without jitter.
   */
  public static final ReconnectOptions DEFAULT =
      new ReconnectOptions(Duration.ofSeconds(1), Duration.ofHours(1), Math.E, UNLIMITED, 0, null);

  /** Refuses what makes no sense. */
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

  /** Returns these options with another greatest delay. */
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

  /** Returns the wait that follows one; what jitter has done to that one counts as well. */
  Duration after(Duration last) {
    double nanos = Math.min(Delays.nanos(last) * factor, Delays.nanos(maxDelay));
    if (random != null) {
      nanos += nanos * jitter * random.nextGaussian();
    }
    return Delays.ofNanos(nanos);
  }
}
