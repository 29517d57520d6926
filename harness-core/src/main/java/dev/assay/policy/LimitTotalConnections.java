// SPDX-License-Identifier: Apache-2.0
package dev.assay.policy;

import dev.assay.protocol.ConnectionClosed;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.ProtocolFactory;
import dev.assay.protocol.Transport;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * A factory that has so many connections at a time, and refuses those beyond or gives them to
 * another factory, whose connections do not count.
 *
 * @since 0.1
 */
public final class LimitTotalConnections extends WrappingFactory {
  private final int limit;
  private final ProtocolFactory overflow;
  private int connections;

  /**
   * Limits the connections of a factory, and refuses those beyond.
   *
   * @throws IllegalArgumentException if the limit is negative
   */
  public LimitTotalConnections(ProtocolFactory wrapped, int limit) {
    this(wrapped, limit, peer -> null);
  }

  /**
   * Limits the connections of a factory.
   *
   * @param overflow makes the protocols for connections beyond, perhaps to say why they end
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

  /** Returns the number of connections now, those beyond the limit not counted. */
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
    protected void connectionLost(ConnectionClosed reason) {
      connections--;
      super.connectionLost(reason);
    }
  }
}
