// SPDX-License-Identifier: Apache-2.0
package dev.assay.policy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.ProtocolFactory;
import dev.assay.protocol.Transport;
import java.net.SocketAddress;
import java.util.function.Consumer;

/**
 * A factory that reports all events on its connections, in order, and each before the protocol or
 * the transport receives it.
 *
 * @since 0.1
 */
public final class TrafficLoggingFactory extends WrappingFactory {
  private final Consumer<? super Traffic> log;
  private int connections;

  /**
   * Reports the events on the connections of a factory.
   *
   * @param log receives the events
   */
  public TrafficLoggingFactory(ProtocolFactory wrapped, Consumer<? super Traffic> log) {
    super(wrapped);
    this.log = log;
  }

  @Override
  protected ProtocolWrapper wrap(Protocol protocol, SocketAddress peer) {
    connections++;
    return new Logged(protocol, connections, peer);
  }

  private final class Logged extends ProtocolWrapper {
    private final int number;
    private final SocketAddress peer;

    Logged(Protocol inner, int number, SocketAddress peer) {
      super(inner);
      this.number = number;
      this.peer = peer;
    }

    @Override
    protected void connectionMade(Transport transport) {
      log.accept(new Traffic.Made(number, peer));
      super.connectionMade(transport);
    }

    @Override
    protected void dataReceived(byte[] data) {
      log.accept(new Traffic.Received(number, new String(data, ISO_8859_1)));
      super.dataReceived(data);
    }

    @Override
    protected void connectionLost(ConnectionClosedException reason) {
      log.accept(new Traffic.Lost(number, reason));
      super.connectionLost(reason);
    }

    @Override
    public void write(byte[] data) {
      log.accept(new Traffic.Written(number, new String(data, ISO_8859_1)));
      super.write(data);
    }

    @Override
    public void loseConnection() {
      log.accept(new Traffic.Requested(number, Traffic.Request.CLOSE));
      super.loseConnection();
    }

    @Override
    public void loseWriteConnection() {
      log.accept(new Traffic.Requested(number, Traffic.Request.CLOSE_WRITING));
      super.loseWriteConnection();
    }

    @Override
    public void abortConnection() {
      log.accept(new Traffic.Requested(number, Traffic.Request.ABORT));
      super.abortConnection();
    }
  }
}
