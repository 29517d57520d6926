// SPDX-License-Identifier: Apache-2.0
package dev.assay.policy;

import dev.assay.protocol.ClientFactory;
import dev.assay.protocol.ConnectFailedException;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.Connector;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.ProtocolFactory;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * A factory around another one, which puts a layer between each protocol and its transport. If it
 * is around a {@link ClientFactory}, it acts as one.
 *
 * @since 0.1
 */
public abstract class WrappingFactory implements ClientFactory {
  private final ProtocolFactory wrapped;

  /** Wraps a factory. */
  protected WrappingFactory(ProtocolFactory wrapped) {
    this.wrapped = wrapped;
  }

  /** Returns the layer between a protocol and the transport that it is about to get. */
  protected abstract ProtocolWrapper wrap(Protocol protocol, SocketAddress peer);

  @Override
  public @Nullable Protocol buildProtocol(SocketAddress peer) {
    Protocol protocol = wrapped.buildProtocol(peer);
    return protocol == null ? null : wrap(protocol, peer).outer();
  }

  @Override
  public void factoryStarted() {
    wrapped.factoryStarted();
  }

  @Override
  public void factoryStopped() {
    wrapped.factoryStopped();
  }

  @Override
  public void startedConnecting(Connector connector) {
    if (wrapped instanceof ClientFactory client) {
      client.startedConnecting(connector);
    }
  }

  @Override
  public void clientConnectionFailed(Connector connector, ConnectFailedException reason) {
    if (wrapped instanceof ClientFactory client) {
      client.clientConnectionFailed(connector, reason);
    }
  }

  @Override
  public void clientConnectionLost(Connector connector, ConnectionClosedException reason) {
    if (wrapped instanceof ClientFactory client) {
      client.clientConnectionLost(connector, reason);
    }
  }
}
