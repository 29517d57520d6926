// SPDX-License-Identifier: Apache-2.0
package dev.assay.policy;

import dev.assay.deferred.Callback;
import dev.assay.deferred.Deferred;
import dev.assay.endpoint.ClientEndpoint;
import dev.assay.pending.Remedy;
import dev.assay.protocol.Protocol;
import dev.assay.time.DelayedCall;
import dev.assay.time.ReactorTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A service that keeps a connection to an endpoint. It connects when it starts, and connects again,
 * after a wait, whenever the connection is lost or cannot be made, until it is stopped.
 *
 * <pre>{@code
 * ClientService<Chat> service = new ClientService<>(reactor, endpoint, Chat::new);
 * service.startService();
 * service.whenConnected().addCallback(chat -> chat.say("hello"));
 * }</pre>
 *
 * @param <P> the protocol of each connection
 * @since 0.1
 */
public final class ClientService<P extends Protocol> {
  private static final Remedy LEFT_ARMED =
      new Remedy(
          "a client tries to connect until it is stopped",
          "call stopService() in the test or with trial.addCleanup(...)");

  private final ReactorTime time;
  private final ClientEndpoint endpoint;
  private final Supplier<? extends P> protocols;
  private final BackoffPolicy policy;
  private final Callback<? super P, ? extends @Nullable Deferred<?>> prepare;

  private final ConnectionWaiters<P> waiters = new ConnectionWaiters<>();
  private final List<Deferred<@Nullable Void>> stops = new ArrayList<>();
  private boolean running;
  private boolean stopped;
  private int failures;
  private @Nullable ClientSession<P> session;
  private @Nullable DelayedCall nextTry;

  /** Creates a service that waits according to {@link BackoffPolicy#exponential()}. */
  public ClientService(ReactorTime time, ClientEndpoint endpoint, Supplier<? extends P> protocols) {
    this(time, endpoint, protocols, BackoffPolicy.exponential(), protocol -> null);
  }

  /**
   * Creates a service.
   *
   * @param policy determines the wait after a number of failures in a row, of which the loss of a
   *     connection is the first
   * @param prepare makes a new connection ready for use, for instance logs in, and returns a
   *     Deferred to wait for, or null; if it fails the connection is closed, which counts as a
   *     failure
   */
  public ClientService(
      ReactorTime time,
      ClientEndpoint endpoint,
      Supplier<? extends P> protocols,
      BackoffPolicy policy,
      Callback<? super P, ? extends @Nullable Deferred<?>> prepare) {
    this.time = time;
    this.endpoint = endpoint;
    this.protocols = protocols;
    this.policy = policy;
    this.prepare = prepare;
  }

  /** Connects. Has no effect if this is running. */
  public void startService() {
    if (running) {
      return;
    }
    running = true;
    stopped = false;
    failures = 0;
    connectIfIdle();
  }

  /**
   * Stops connecting, and closes the connection. The Deferred fires when both are done. Deferreds
   * that wait for a connection fail before that, with a {@link CancellationException}.
   */
  public Deferred<@Nullable Void> stopService() {
    running = false;
    Deferred<@Nullable Void> stop = new Deferred<>();
    stops.add(stop.label("stopService"));
    if (session == null) {
      ended();
    } else {
      session.stop();
    }
    return stop;
  }

  /**
   * Returns a Deferred with the protocol of the connection, once it has been made and prepared.
   * When the service is stopped, and has not been started again, it fails with a {@link
   * CancellationException}. Cancelling it does not affect the service.
   */
  public Deferred<P> whenConnected() {
    return whenConnected(Integer.MAX_VALUE);
  }

  /**
   * Returns a Deferred as {@link #whenConnected()} does, which also fails after n failures in a
   * row, with the last of them.
   *
   * @param failAfterFailures the number of failures; with one, the next failure counts
   * @throws IllegalArgumentException unless positive
   */
  public Deferred<P> whenConnected(int failAfterFailures) {
    if (failAfterFailures < 1) {
      throw new IllegalArgumentException(
          "failAfterFailures must be positive: " + failAfterFailures);
    }
    P connected = session == null ? null : session.protocol();
    if (connected != null) {
      return Deferred.succeed(connected);
    }
    return stopped
        ? Deferred.fail(new CancellationException("the service is stopped"))
        : waiters.add(failAfterFailures);
  }

  /** Returns endpoint and state, such as {@code ClientService of unix:path=/run/x [connected]}. */
  @Override
  public String toString() {
    return "ClientService of " + endpoint + " [" + state() + "]";
  }

  private String state() {
    if (session == null) {
      return nextTry == null ? "stopped" : "waiting after failure " + failures;
    } else if (!stops.isEmpty()) {
      return running ? "restarting" : "stopping";
    }
    return session.protocol() == null ? "connecting" : "connected";
  }

  private void connectIfIdle() {
    if (running && session == null && nextTry == null) {
      session = new ClientSession<>(new SessionListener(), protocols, prepare);
      session.start(endpoint);
    }
  }

  private void retry(@Nullable Throwable failure) {
    failures++;
    Duration delay = policy.delay(failures);
    nextTry =
        time.callLater(
                delay,
                () -> {
                  nextTry = null;
                  connectIfIdle();
                })
            .label("retry to connect to " + endpoint)
            .remedy(LEFT_ARMED);
    if (failure != null) {
      waiters.failed(failure);
    }
  }

  /** Fires the Deferreds of those who stopped this, and starts again if required. */
  private void ended() {
    if (!running) {
      stopped = true;
      if (nextTry != null) {
        nextTry.cancel();
        nextTry = null;
      }
      waiters.stopped();
    }
    List<Deferred<@Nullable Void>> told = List.copyOf(stops);
    stops.clear();
    for (Deferred<@Nullable Void> stop : told) {
      stop.callback(null);
    }
    connectIfIdle();
  }

  private final class SessionListener implements ClientSession.Listener<P> {
    @Override
    public void ready(P protocol) {
      failures = 0;
      waiters.connected(protocol);
    }

    @Override
    public void ended(@Nullable Throwable failure) {
      session = null;
      if (stops.isEmpty()) {
        retry(failure);
      } else {
        ClientService.this.ended();
      }
    }
  }
}
