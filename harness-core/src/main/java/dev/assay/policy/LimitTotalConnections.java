// SPDX-License-Identifier: Apache-2.0
package dev.assay.policy;

import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.ProtocolFactory;
import dev.assay.protocol.Transport;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * A factory that limits the number of open connections. Further ones are refused, or passed to
 * another factory and not counted.
 *
 * @since 0.1
 */
public final class LimitTotalConnections extends WrappingFactory {
  private final int limit;
  private final ProtocolFactory overflow;
  private int connections;

  /**
   * Limits the connections of a factory, and refuses further ones.
   *
   * @throws IllegalArgumentException if the limit is negative
   */
  public LimitTotalConnections(ProtocolFactory wrapped, int limit) {
    this(wrapped, limit, peer -> null);
  }

  /**
   * Limits the connections of a factory.
   *
   * @param overflow creates the protocols for further connections, for instance to tell the peer
   *     why they end
   * @throws IllegalArgumentException if the limit is negative
   */
  public LimitTotalConnections(ProtocolFactory wrapped, int limit, ProtocolFactory overflow) {
    super(wrapped);
    if (limit < 0) {
      throw new IllegalArgumentException("limit must not be negative: " + limit);
    }
    this.limit = limit;
    this.overflow = overflow;
  }

  /** Returns the number of open connections, without those beyond the limit. */
  public int connections() {
    return connections;
  }

  @Override
  public @Nullable Protocol buildProtocol(SocketAddress peer) {
    return connections < limit ? super.buildProtocol(peer) : overflow.buildProtocol(peer);
  }

  @Override
  protected ProtocolWrapper wrap(Protocol protocol, SocketAddress peer) {
    return new Counted(protocol);
  }

  private final class Counted extends ProtocolWrapper {
    Counted(Protocol inner) {
      super(inner);
    }

    @Override
    protected void connectionMade(Transport transport) {
      connections++;
      super.connectionMade(transport);
    }

    @Override
    protected void connectionLost(ConnectionClosedException reason) {
      connections--;
      super.connectionLost(reason);
    }
  }
}
