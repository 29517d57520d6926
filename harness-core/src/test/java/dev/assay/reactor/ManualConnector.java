// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor;

import dev.assay.protocol.ClientFactory;
import dev.assay.protocol.ConnectFailedException;
import dev.assay.protocol.ConnectStoppedException;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.ConnectionDoneException;
import dev.assay.protocol.ConnectionLostException;
import dev.assay.protocol.ConnectionRefusedException;
import dev.assay.protocol.Connector;
import dev.assay.protocol.ManualTransport;
import dev.assay.protocol.NoProtocolException;
import dev.assay.protocol.Protocol;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A connector whose test says what comes of its attempts. */
public final class ManualConnector implements Connector {
  private final String destination;
  private final ClientFactory factory;
  private State state = State.DISCONNECTED;
  private int attempts;
  private @Nullable Protocol protocol;
  private @Nullable ManualTransport transport;

  /** Makes one that is disconnected. */
  public ManualConnector(String destination, ClientFactory factory) {
    this.destination = destination;
    this.factory = factory;
  }

  @Override
  public void connect() {
    require(State.DISCONNECTED);
    state = State.CONNECTING;
    attempts++;
    factory.startedConnecting(this);
  }

  @Override
  public void stopConnecting() {
    require(State.CONNECTING);
    fail(new ConnectStoppedException("stopped"));
  }

  @Override
  public void disconnect() {
    if (state == State.CONNECTING) {
      stopConnecting();
    } else if (state == State.CONNECTED) {
      transport().loseConnection();
    }
  }

  @Override
  public SocketAddress destination() {
    return InetSocketAddress.createUnresolved("destination", 1);
  }

  /** Lets the attempt succeed, as far as the factory lets it. */
  public void establish() {
    require(State.CONNECTING);
    Protocol built = factory.buildProtocol(new InetSocketAddress(10000));
    if (built == null) {
      fail(new NoProtocolException("no protocol"));
      return;
    }
    state = State.CONNECTED;
    protocol = built;
    transport = new ManualTransport();
    try {
      built.makeConnection(transport);
    } catch (RuntimeException e) {
      lose(new ConnectionLostException("connectionMade threw", e));
    }
  }

  /** Lets the attempt fail as where nobody listens. */
  public void refuse() {
    fail(new ConnectionRefusedException(destination + " refused"));
  }

  /** Lets the attempt fail. */
  public void fail(ConnectFailedException reason) {
    require(State.CONNECTING);
    state = State.DISCONNECTED;
    factory.clientConnectionFailed(this, reason);
  }

  /** Ends the connection in good order. */
  public void lose() {
    lose(new ConnectionDoneException("done"));
  }

  /** Ends the connection. */
  public void lose(ConnectionClosedException reason) {
    require(State.CONNECTED);
    state = State.DISCONNECTED;
    protocol().endConnection(reason);
    factory.clientConnectionLost(this, reason);
  }

  /** Returns how often this was asked to connect. */
  public int attempts() {
    return attempts;
  }

  /** Returns what this does, such as {@code connecting}. */
  public State state() {
    return state;
  }

  /** Returns the protocol that the connection talks to. */
  public Protocol protocol() {
    return Objects.requireNonNull(protocol, "protocol");
  }

  /** Returns this side's end of the connection. */
  public ManualTransport transport() {
    return Objects.requireNonNull(transport, "transport");
  }

  /** Returns the destination. */
  @Override
  public String toString() {
    return destination;
  }

  private void require(State required) {
    if (state != required) {
      throw new IllegalStateException("a connector that is " + state);
    }
  }

  /** What a connector does. */
  public enum State {
    /** Nothing. */
    DISCONNECTED,
    /** It tries. */
    CONNECTING,
    /** It is connected. */
    CONNECTED
  }
}
