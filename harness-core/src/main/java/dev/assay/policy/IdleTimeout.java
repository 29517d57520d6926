// SPDX-License-Identifier: Apache-2.0
package dev.assay.policy;

import dev.assay.pending.Remedy;
import dev.assay.time.DelayedCall;
import dev.assay.time.ReactorTime;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A deadline that activity moves, such as the time after which a protocol closes an idle
 * connection.
 *
 * <pre>{@code
 * private final IdleTimeout timeout = new IdleTimeout(time, () -> transport().loseConnection());
 *
 * protected void connectionMade() {
 *   timeout.setTimeout(Duration.ofMinutes(1));
 * }
 *
 * public void dataReceived(byte[] data) {
 *   timeout.resetTimeout();
 * }
 *
 * protected void connectionLost(ConnectionClosedException reason) {
 *   timeout.setTimeout(null);
 * }
 * }</pre>
 *
 * @since 0.1
 */
public final class IdleTimeout {
  private static final Remedy LEFT_ARMED =
      new Remedy(
          "the connection that it watches is still open",
          "close the connection; its timeout ends with it");

  private final ReactorTime time;
  private final Runnable action;
  private @Nullable Duration period;
  private @Nullable DelayedCall deadline;

  /**
   * Creates a timeout that is not set.
   *
   * @param action runs once when nothing has happened for the period, and not again until the
   *     timeout is set again
   */
  public IdleTimeout(ReactorTime time, Runnable action) {
    this.time = time;
    this.action = action;
  }

  /**
   * Sets the period, which begins now, or removes it.
   *
   * @param period the time after which the action runs, or null for never
   * @return the previous period, or null
   * @throws IllegalArgumentException if the period is not positive
   */
  public @Nullable Duration setTimeout(@Nullable Duration period) {
    if (period != null) {
      Delays.requirePositive("period", period);
    }
    Duration previous = this.period;
    this.period = period;
    if (deadline != null) {
      deadline.cancel();
      deadline = null;
    }
    if (period != null) {
      deadline = time.callLater(period, this::timedOut).label("idle timeout").remedy(LEFT_ARMED);
    }
    return previous;
  }

  /** Restarts the period, because something has happened. Has no effect if no period is running. */
  public void resetTimeout() {
    if (deadline != null && period != null) {
      deadline.reset(period);
    }
  }

  private void timedOut() {
    deadline = null;
    action.run();
  }
}
