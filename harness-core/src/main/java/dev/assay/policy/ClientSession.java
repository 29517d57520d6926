// SPDX-License-Identifier: Apache-2.0
package dev.assay.policy;

import dev.assay.deferred.Callback;
import dev.assay.deferred.Deferred;
import dev.assay.deferred.Deferreds;
import dev.assay.endpoint.ClientEndpoint;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.ProtocolRelay;
import dev.assay.protocol.Transport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a {@link ClientService}: the attempt, the preparation, the use. It ends when no
 * attempt or preparation is active and the connection, if one was made, is lost.
 */
final class ClientSession<P extends Protocol> {
  private final Listener<P> listener;
  private final Supplier<? extends P> protocols;
  private final Callback<? super P, ? extends @Nullable Deferred<?>> prepare;

  /** The active attempt, and after it the preparation; null before and after. */
  private @Nullable Deferred<?> underWay;

  /**
   * The connection that was made last. Of several attempts, it belongs to the one that succeeds.
   */
  private @Nullable Connection connection;

  private boolean attempting = true;
  private boolean ready;
  private boolean stopped;
  private boolean over;
  private @Nullable Throwable failure;

  ClientSession(
      Listener<P> listener,
      Supplier<? extends P> protocols,
      Callback<? super P, ? extends @Nullable Deferred<?>> prepare) {
    this.listener = listener;
    this.protocols = protocols;
    this.prepare = prepare;
  }

  void start(ClientEndpoint endpoint) {
    Deferred<Protocol> attempt =
        Deferreds.maybeDeferred(() -> endpoint.connect(peer -> build().outer()));
    underWay = attempt;
    attempt
        .addDeferringCallback(outer -> preparation())
        .<@Nullable Void>addCallbacks(
            ignored -> {
              prepared();
              return null;
            },
            error -> {
              failed(error);
              return null;
            });
  }

  /** Cancels the attempt or preparation, and closes the connection. */
  void stop() {
    stopped = true;
    if (underWay != null) {
      underWay.cancel();
    }
    close();
  }

  /** Returns the protocol, if it is ready for use. */
  @Nullable P protocol() {
    return ready && !stopped && connection != null ? connection.protocol : null;
  }

  private Connection build() {
    Connection built = new Connection(protocols.get());
    connection = built;
    return built;
  }

  private Deferred<?> preparation() throws Throwable {
    attempting = false;
    if (connection == null || !connection.open) {
      throw new IllegalStateException("the endpoint returned a connection that is not open");
    }
    Deferred<?> preparation = prepare.call(connection.protocol);
    return preparation == null ? Deferred.<@Nullable Object>succeed(null) : preparation;
  }

  private void prepared() {
    underWay = null;
    if (connection != null && connection.open && !stopped) {
      ready = true;
      listener.ready(connection.protocol);
    } else {
      end();
    }
  }

  private void failed(Throwable error) {
    underWay = null;
    if (failure == null) {
      failure = error;
    }
    close();
    end();
  }

  private void lost(ConnectionClosedException reason) {
    if (failure == null && !ready && !attempting) {
      failure = reason;
    }
    ready = false;
    if (underWay != null && !attempting) {
      underWay.cancel();
    }
    end();
  }

  private void close() {
    if (connection != null && connection.open) {
      Transport transport = connection.protocol.transport();
      if (transport.isConnected()) {
        transport.loseConnection();
      }
    }
  }

  private void end() {
    boolean open = connection != null && connection.open;
    if (underWay == null && !open && !over) {
      over = true;
      listener.ended(failure);
    }
  }

  /** The listener of a session. */
  interface Listener<P extends Protocol> {
    /** Called when the connection has been made and prepared. */
    void ready(P protocol);

    /** Called when the session has ended, with the failure if the connection was never ready. */
    void ended(@Nullable Throwable failure);
  }

  private final class Connection extends ProtocolRelay {
    private final P protocol;
    private boolean open;

    Connection(P protocol) {
      super(protocol);
      this.protocol = protocol;
    }

    @Override
    protected void connectionMade(Transport transport) {
      open = true;
      super.connectionMade(transport);
    }

    @Override
    protected void connectionLost(ConnectionClosedException reason) {
      open = false;
      try {
        super.connectionLost(reason);
      } finally {
        if (equals(connection)) {
          lost(reason);
        }
      }
    }
  }
}
