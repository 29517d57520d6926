// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import dev.assay.protocol.ClientFactory;
import dev.assay.protocol.ConnectFailedException;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.Connector;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.ProtocolFactory;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/** A factory that passes everything on to another. */
abstract class RelayFactory implements ClientFactory {
  private final ClientFactory factory;

  RelayFactory(ClientFactory factory) {
    this.factory = factory;
  }

  /** Returns a factory whose protocols a reactor can get at. */
  static RelayFactory of(RelayReactor reactor, ClientFactory factory) {
    return new RelayFactory(factory) {
      @Override
      public @Nullable Protocol buildProtocol(SocketAddress peer) {
        Protocol user = factory.buildProtocol(peer);
        return user == null ? null : reactor.between(user);
      }
    };
  }

  /** Returns a server's factory as one that a client could have. */
  static ClientFactory client(ProtocolFactory factory) {
    if (factory instanceof ClientFactory client) {
      return client;
    }
    throw new IllegalArgumentException("factory must be of the contract's: " + factory);
  }

  @Override
  public @Nullable Protocol buildProtocol(SocketAddress peer) {
    return factory.buildProtocol(peer);
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
  public void startedConnecting(Connector connector) {
    factory.startedConnecting(connector);
  }

  @Override
  public void clientConnectionFailed(Connector connector, ConnectFailedException reason) {
    factory.clientConnectionFailed(connector, reason);
  }

  @Override
  public void clientConnectionLost(Connector connector, ConnectionClosedException reason) {
    factory.clientConnectionLost(connector, reason);
  }
}
