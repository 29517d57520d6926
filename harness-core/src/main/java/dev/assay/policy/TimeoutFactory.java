// SPDX-License-Identifier: Apache-2.0
package dev.assay.policy;

import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.ProtocolFactory;
import dev.assay.protocol.Transport;
import dev.assay.time.ReactorTime;
import java.net.SocketAddress;
import java.time.Duration;

/**
 * A factory that closes its connections when nothing has been received or written on them for a
 * while.
 *
 * @since 0.1
 */
public final class TimeoutFactory extends WrappingFactory {
  private static final Duration USUAL = Duration.ofMinutes(30);

  private final ReactorTime time;
  private final Duration period;

  /** Closes the connections of a factory after half an hour without activity. */
  public TimeoutFactory(ReactorTime time, ProtocolFactory wrapped) {
    this(time, wrapped, USUAL);
  }

  /**
   * Closes the connections of a factory after a time without activity.
   *
   * @throws IllegalArgumentException if the period is not positive
   */
  public TimeoutFactory(ReactorTime time, ProtocolFactory wrapped, Duration period) {
    super(wrapped);
    Delays.requirePositive("period", period);
    this.time = time;
    this.period = period;
  }

  @Override
  protected ProtocolWrapper wrap(Protocol protocol, SocketAddress peer) {
    return new Watched(protocol);
  }

  private final class Watched extends ProtocolWrapper {
    private final IdleTimeout timeout = new IdleTimeout(time, this::loseConnection);

    Watched(Protocol inner) {
      super(inner);
    }

    @Override
    protected void connectionMade(Transport transport) {
      timeout.setTimeout(period);
      super.connectionMade(transport);
    }

    @Override
    protected void dataReceived(byte[] data) {
      timeout.resetTimeout();
      super.dataReceived(data);
    }

    @Override
    public void write(byte[] data) {
      timeout.resetTimeout();
      super.write(data);
    }

    @Override
    protected void connectionLost(ConnectionClosedException reason) {
      timeout.setTimeout(null);
      super.connectionLost(reason);
    }
  }
}
