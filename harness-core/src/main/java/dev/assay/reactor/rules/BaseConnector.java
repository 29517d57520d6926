// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor.rules;

import dev.assay.ledger.Ledger;
import dev.assay.protocol.ClientFactory;
import dev.assay.protocol.ConnectFailedException;
import dev.assay.protocol.ConnectStoppedException;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.Connector;
import dev.assay.protocol.Protocol;
import dev.assay.stack.Sites;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * A destination, and the attempt or connection to it: its states, and what its factory is notified
 * of.
 *
 * @since 0.1
 */
public abstract class BaseConnector implements Connector {
  private final Surroundings around;
  private final SocketAddress destination;
  private final ClientFactory factory;
  private boolean factoryStarted;

  /** The entry of the attempt, and of the connection that results from it, in a trial. */
  private @Nullable ConnectionEntry entry;

  private @Nullable Attempt attempt;
  private @Nullable Connection connection;

  /** Creates a connector that is disconnected. */
  protected BaseConnector(Surroundings around, SocketAddress destination, ClientFactory factory) {
    this.around = around;
    this.destination = destination;
    this.factory = factory;
  }

  /** Returns a new attempt that has not begun. */
  protected abstract Attempt attempt();

  @Override
  public final void connect() {
    around.checkRequest("connect");
    if (attempt != null || connection != null) {
      throw new IllegalStateException(
          this + " is " + (attempt != null ? "connecting" : "connected") + " already");
    }
    if (!factoryStarted) {
      factoryStarted = true;
      Guard.run("factory", this, factory::factoryStarted);
    }
    Attempt begun = attempt();
    attempt = begun;
    Ledger ledger = around.ledger();
    if (ledger != null) {
      entry = new ConnectionEntry(ledger, this, Sites.here());
      entry.open();
    }
    around.trace("connect", this, "");
    Guard.run("factory", this, () -> factory.startedConnecting(this));
    begun.begin();
  }

  @Override
  public final void stopConnecting() {
    around.checkThread("stopConnecting");
    if (attempt == null) {
      throw new IllegalStateException(
          this
              + " is not connecting; it is "
              + (connection == null ? "disconnected" : "connected"));
    }
    attempt.failSoon(
        new ConnectStoppedException("the attempt to connect to " + this + " was stopped"));
  }

  @Override
  public final void disconnect() {
    around.checkThread("disconnect");
    if (attempt != null) {
      stopConnecting();
    } else if (connection != null) {
      connection.close();
    }
  }

  @Override
  public final SocketAddress destination() {
    return destination;
  }

  /** Hands a connection that was made to a protocol from the factory. */
  protected final void made(Connection client) {
    attempt = null;
    connection = client;
    Protocol protocol = Guard.protocol(factory, client.peer(), this);
    client.open(protocol == null ? new Nobody() : protocol, entry, this::lost);
  }

  /** Ends the attempt, which has failed. */
  public final void failed(ConnectFailedException reason) {
    vanished();
    around.trace("connectFailed", this, reason.getClass().getSimpleName());
    Guard.run("factory", this, () -> factory.clientConnectionFailed(this, reason));
    stopFactoryIfIdle();
  }

  /** Ends the attempt without notifying anyone. */
  public final void vanished() {
    attempt = null;
    if (entry != null) {
      entry.settle();
    }
  }

  private void lost(ConnectionClosedException reason) {
    connection = null;
    Guard.run("factory", this, () -> factory.clientConnectionLost(this, reason));
    stopFactoryIfIdle();
  }

  private void stopFactoryIfIdle() {
    if (attempt == null && connection == null && factoryStarted) {
      factoryStarted = false;
      Guard.run("factory", this, factory::factoryStopped);
    }
  }

  /** Returns {@code example.org:80}. */
  @Override
  public final String toString() {
    return Addresses.show(destination);
  }

  /**
   * An attempt to connect.
   *
   * @since 0.1
   */
  public interface Attempt {
    /** Begins. Its end is reported to the connector later. */
    void begin();

    /** Fails the attempt in a separate event. */
    void failSoon(ConnectFailedException reason);
  }

  /** The protocol used when the factory created none: it closes the connection. */
  private static final class Nobody extends Protocol {
    @Override
    protected void connectionMade() {
      transport().loseConnection();
    }

    @Override
    public void dataReceived(byte[] data) {}
  }
}
