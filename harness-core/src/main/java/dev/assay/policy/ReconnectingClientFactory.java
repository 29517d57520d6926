// SPDX-License-Identifier: Apache-2.0
package dev.assay.policy;

import dev.assay.pending.Remedy;
import dev.assay.protocol.ClientFactory;
import dev.assay.protocol.ConnectFailedException;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.Connector;
import dev.assay.time.DelayedCall;
import dev.assay.time.ReactorTime;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A factory that connects again when its connection is lost or cannot be made, each time after a
 * longer wait. It is for one connector.
 *
 * <p>Only its user knows what counts as success, and calls {@link #resetDelay()} then, for instance
 * in {@code buildProtocol}. {@link ClientService} does the same for an endpoint.
 *
 * @since 0.1
 */
public abstract class ReconnectingClientFactory implements ClientFactory {
  private static final Remedy LEFT_ARMED =
      new Remedy(
          "a client tries to connect until it is stopped",
          "call stopTrying() in the test or with trial.addCleanup(...)");

  private final ReactorTime time;
  private final ReconnectOptions options;
  private Duration delay;
  private int retries;
  private boolean trying = true;
  private @Nullable Connector connector;
  private @Nullable DelayedCall nextTry;

  /** Creates a factory that waits according to {@link ReconnectOptions#DEFAULT}. */
  protected ReconnectingClientFactory(ReactorTime time) {
    this(time, ReconnectOptions.DEFAULT);
  }

  /** Creates a factory. */
  protected ReconnectingClientFactory(ReactorTime time, ReconnectOptions options) {
    this.time = time;
    this.options = options;
    this.delay = options.initialDelay();
  }

  @Override
  public void startedConnecting(Connector connector) {
    this.connector = connector;
  }

  /** Connects again after a wait. */
  @Override
  public void clientConnectionFailed(Connector connector, ConnectFailedException reason) {
    retry(connector);
  }

  /** Connects again after a wait. */
  @Override
  public void clientConnectionLost(Connector connector, ConnectionClosedException reason) {
    retry(connector);
  }

  /**
   * Resets the waits and the number of retries. After {@link #stopTrying()}, tries again from now
   * on.
   */
  public final void resetDelay() {
    delay = options.initialDelay();
    retries = 0;
    trying = true;
  }

  /** Gives up: no retry follows, and an active attempt is cancelled. */
  public final void stopTrying() {
    trying = false;
    disarm();
    if (connector != null) {
      try {
        connector.stopConnecting();
      } catch (IllegalStateException e) {
        // It is not connecting: there is nothing to cancel.
      }
    }
  }

  /** Returns whether a lost connection will be followed by a retry, if any are left. */
  public final boolean isTrying() {
    return trying;
  }

  private void retry(Connector connector) {
    if (!trying) {
      return;
    }
    this.connector = connector;
    if (retries >= options.maxRetries()) {
      return;
    }
    retries++;
    delay = options.after(delay);
    disarm();
    nextTry =
        time.callLater(delay, connector::connect).label("retry to connect").remedy(LEFT_ARMED);
  }

  private void disarm() {
    if (nextTry != null && nextTry.isActive()) {
      nextTry.cancel();
    }
  }
}
