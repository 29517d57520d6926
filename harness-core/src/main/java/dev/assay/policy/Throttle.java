// SPDX-License-Identifier: Apache-2.0
package dev.assay.policy;

import dev.assay.pending.Remedy;
import dev.assay.time.DelayedCall;
import dev.assay.time.ReactorTime;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A rate for a flow of bytes: a bucket that holds the bytes of a tenth of a second, and fills at
 * the rate. When it is empty, the flow is held back until it is full.
 *
 * <p>So no more bytes flow in any time than the rate allows, plus one bucket, plus the piece that
 * emptied it. Nothing is armed while the flow is not held back.
 */
final class Throttle {
  private static final Remedy LEFT_ARMED =
      new Remedy(
          "a throttled connection is still open",
          "close the connections, or advance until throttling has ended");

  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final Duration BUCKET = Duration.ofMillis(100);

  private final ReactorTime time;
  private final long bytesPerSecond;
  private final Runnable changed;

  /** The time at which the bucket will be full if no more bytes flow. */
  private Duration fullAt = Duration.ZERO;

  private @Nullable DelayedCall release;

  /**
   * Creates a throttle.
   *
   * @param changed runs when the throttle begins or ends to hold the flow back
   */
  Throttle(ReactorTime time, long bytesPerSecond, Runnable changed) {
    this.time = time;
    this.bytesPerSecond = bytesPerSecond;
    this.changed = changed;
  }

  /** Counts bytes that have flowed. */
  void count(int bytes) {
    if (bytesPerSecond == ThrottlingFactory.UNLIMITED) {
      return;
    }
    fullAt = time.elapsed().plus(untilFull()).plus(cost(bytes));
    if (!isHolding() && untilFull().compareTo(BUCKET) >= 0) {
      hold();
      changed.run();
    }
  }

  boolean isHolding() {
    return release != null;
  }

  /** Disarms the call, because there is nothing to hold back. */
  void suspend() {
    if (release != null) {
      release.cancel();
      release = null;
    }
  }

  /** Continues after {@link #suspend()}. Bytes that flowed before count. */
  void resume() {
    if (!untilFull().isZero()) {
      hold();
    }
  }

  private void hold() {
    release =
        time.callLater(untilFull(), this::release).label("end of throttling").remedy(LEFT_ARMED);
  }

  private void release() {
    release = null;
    if (untilFull().isZero()) {
      changed.run();
    } else {
      hold();
    }
  }

  private Duration untilFull() {
    Duration left = fullAt.minus(time.elapsed());
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Returns the time that bytes take at the rate, rounded up. */
  private Duration cost(long bytes) {
    return Duration.ofNanos(-Math.floorDiv(-bytes * NANOS_PER_SECOND, bytesPerSecond));
  }
}
