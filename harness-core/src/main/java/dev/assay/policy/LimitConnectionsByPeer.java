// SPDX-License-Identifier: Apache-2.0
package dev.assay.policy;

import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.ProtocolFactory;
import dev.assay.protocol.Transport;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A factory that limits the number of open connections with each peer, and refuses further ones. A
 * peer is a host, whatever its port. Where addresses are paths, it is a path.
 *
 * @since 0.1
 */
public final class LimitConnectionsByPeer extends WrappingFactory {
  private final int limit;
  private final Map<Object, Integer> connections = new LinkedHashMap<>();

  /**
   * Limits the connections of a factory.
   *
   * @throws IllegalArgumentException if the limit is negative
   */
  public LimitConnectionsByPeer(ProtocolFactory wrapped, int limit) {
    super(wrapped);
    if (limit < 0) {
      throw new IllegalArgumentException("limit must not be negative: " + limit);
    }
    this.limit = limit;
  }

  /** Returns the number of open connections with a peer. */
  public int connections(SocketAddress peer) {
    return connections.getOrDefault(host(peer), 0);
  }

  @Override
  public @Nullable Protocol buildProtocol(SocketAddress peer) {
    return connections(peer) < limit ? super.buildProtocol(peer) : null;
  }

  @Override
  protected ProtocolWrapper wrap(Protocol protocol, SocketAddress peer) {
    return new Counted(protocol, host(peer));
  }

  private static Object host(SocketAddress peer) {
    if (peer instanceof InetSocketAddress inet) {
      return inet.isUnresolved() ? inet.getHostString() : inet.getAddress();
    }
    return peer;
  }

  private final class Counted extends ProtocolWrapper {
    private final Object host;

    Counted(Protocol inner, Object host) {
      super(inner);
      this.host = host;
    }

    @Override
    protected void connectionMade(Transport transport) {
      connections.merge(host, 1, Integer::sum);
      super.connectionMade(transport);
    }

    @Override
    protected void connectionLost(ConnectionClosedException reason) {
      connections.computeIfPresent(host, (key, count) -> count == 1 ? null : count - 1);
      super.connectionLost(reason);
    }
  }
}
