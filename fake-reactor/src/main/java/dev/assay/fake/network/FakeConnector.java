// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import dev.assay.fake.bytes.Addresses;
import dev.assay.fake.bytes.Guard;
import dev.assay.ledger.Errors;
import dev.assay.ledger.Ledger;
import dev.assay.protocol.ClientFactory;
import dev.assay.protocol.ConnectFailedException;
import dev.assay.protocol.ConnectStoppedException;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.Connector;
import dev.assay.protocol.Protocol;
import dev.assay.reactor.ConnectOptions;
import dev.assay.stack.Sites;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/** A destination on a fake network, and the attempt or connection to it. */
final class FakeConnector implements Connector, ConnectProcess.Client {
  private final ConnectProcess.Source host;
  private final Network network;
  private final SocketAddress destination;
  private final ClientFactory factory;
  private final ConnectOptions options;
  private boolean factoryStarted;

  /** The entry of the attempt, and of the connection that results from it, in a trial. */
  private @Nullable ConnectionEntry entry;

  private @Nullable ConnectProcess attempt;
  private @Nullable StreamEnd connection;

  FakeConnector(
      Network network,
      ConnectProcess.Source host,
      SocketAddress destination,
      ClientFactory factory,
      ConnectOptions options) {
    this.host = host;
    this.network = network;
    this.destination = destination;
    this.factory = factory;
    this.options = options;
  }

  @Override
  public void connect() {
    network.checkRequest("connect");
    if (attempt != null || connection != null) {
      throw new IllegalStateException(
          this + " is " + (attempt != null ? "connecting" : "connected") + " already");
    }
    if (!factoryStarted) {
      factoryStarted = true;
      Guard.run("factory of " + this, factory::factoryStarted);
    }
    ConnectProcess begun = new ConnectProcess(network, host, this, destination, options);
    attempt = begun;
    Ledger ledger = network.ledger();
    if (ledger != null) {
      entry = new ConnectionEntry(ledger, this, Sites.here());
      entry.open();
    }
    network.trace(host, "connect", this, "");
    Guard.run("factory of " + this, () -> factory.startedConnecting(this));
    begun.begin();
  }

  @Override
  public void stopConnecting() {
    network.checkThread("stopConnecting");
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
  public void disconnect() {
    network.checkThread("disconnect");
    if (attempt != null) {
      stopConnecting();
    } else if (connection != null) {
      connection.close();
    }
  }

  @Override
  public SocketAddress destination() {
    return destination;
  }

  /** Hands a connection to a protocol from the factory. */
  @Override
  public void connected(StreamEnd client) {
    attempt = null;
    connection = client;
    Protocol protocol = null;
    try {
      protocol = factory.buildProtocol(client.peer());
    } catch (Throwable error) {
      Errors.log("factory of " + this, error);
    }
    client.open(protocol == null ? new Nobody() : protocol, entry, this::lost);
  }

  @Override
  public void failed(ConnectFailedException reason) {
    vanished();
    network.trace(host, "connectFailed", this, reason.getClass().getSimpleName());
    Guard.run("factory of " + this, () -> factory.clientConnectionFailed(this, reason));
    stopFactoryIfIdle();
  }

  @Override
  public void vanished() {
    attempt = null;
    if (entry != null) {
      entry.settle();
    }
  }

  private void lost(ConnectionClosedException reason) {
    connection = null;
    Guard.run("factory of " + this, () -> factory.clientConnectionLost(this, reason));
    stopFactoryIfIdle();
  }

  private void stopFactoryIfIdle() {
    if (attempt == null && connection == null && factoryStarted) {
      factoryStarted = false;
      Guard.run("factory of " + this, factory::factoryStopped);
    }
  }

  /** Returns {@code example.org:80}. */
  @Override
  public String toString() {
    return Addresses.show(destination);
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
