// SPDX-License-Identifier: Apache-2.0
package dev.assay.endpoint;

import dev.assay.deferred.Deferred;
import dev.assay.protocol.ClientFactory;
import dev.assay.protocol.ConnectFailedException;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.Connector;
import dev.assay.protocol.NoProtocolException;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.ProtocolFactory;
import dev.assay.protocol.ProtocolRelay;
import dev.assay.protocol.Transport;
import java.net.SocketAddress;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One attempt to connect, whose end fires a Deferred. */
final class Attempt implements ClientFactory {
  private final ProtocolFactory factory;
  private final Object destination;
  private final Deferred<Protocol> end = new Deferred<>(deferred -> callOff());
  private @Nullable Connector connector;
  private boolean calledOff;

  private Attempt(ProtocolFactory factory, Object destination) {
    this.factory = factory;
    this.destination = destination;
    end.label("connection to " + destination);
  }

  /**
   * Begins an attempt.
   *
   * @param connect asks a reactor to connect
   */
  static Deferred<Protocol> start(
      ProtocolFactory factory, Object destination, Function<ClientFactory, Connector> connect) {
    Attempt attempt = new Attempt(factory, destination);
    try {
      attempt.connector = connect.apply(attempt);
    } catch (RuntimeException e) {
      attempt.fail(e);
    }
    return attempt.end;
  }

  @Override
  public void factoryStarted() {
    factory.factoryStarted();
  }

  @Override
  public void factoryStopped() {
    factory.factoryStopped();
  }

  @Override
  public @Nullable Protocol buildProtocol(SocketAddress peer) {
    try {
      Protocol protocol = factory.buildProtocol(peer);
      if (protocol != null) {
        return new Arrival(protocol).outer();
      }
      fail(
          new NoProtocolException(
              "the factory created no protocol for the connection to " + destination));
    } catch (Throwable error) {
      fail(error);
    }
    return null;
  }

  @Override
  public void clientConnectionFailed(Connector connector, ConnectFailedException reason) {
    fail(reason);
  }

  @Override
  public void clientConnectionLost(Connector connector, ConnectionClosedException reason) {
    fail(reason);
  }

  private void callOff() {
    calledOff = true;
    if (connector != null) {
      connector.disconnect();
    }
  }

  private void fail(Throwable reason) {
    if (isAwaited()) {
      end.errback(reason);
    }
  }

  private boolean isAwaited() {
    return !calledOff && !end.isFired();
  }

  /** The layer that waits until the protocol is connected. */
  private final class Arrival extends ProtocolRelay {
    Arrival(Protocol protocol) {
      super(protocol);
    }

    @Override
    protected void connectionMade(Transport transport) {
      super.connectionMade(transport);
      if (isAwaited()) {
        end.callback(inner());
      }
    }
  }
}
