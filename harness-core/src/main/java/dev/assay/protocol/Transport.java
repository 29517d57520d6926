// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

import dev.assay.tls.TlsOptions;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.util.List;

/**
 * This side's end of a connection, which sends the bytes of a {@link Protocol}.
 *
 * <p>Writing never blocks. Written bytes are kept until the network accepts them. A registered
 * producer is paused while too many bytes are kept. As a {@link PushProducer} the transport pauses
 * and resumes the delivery of received bytes; one call of each is enough, however often the other
 * was called. To stop it as a producer is to lose the connection.
 *
 * <p>No method calls the protocol back before it returns.
 *
 * @since 0.1
 */
public interface Transport extends PushProducer {
  /**
   * Sends a copy of the bytes. After {@link #loseConnection()} they are sent as long as the
   * connection lasts. Has no effect once the connection has ended, was aborted, or has ended its
   * sending side.
   */
  void write(byte[] data);

  /** Sends several pieces as if they were one. */
  void writeSequence(List<byte[]> pieces);

  /**
   * Closes the connection in an orderly way, once everything written has been sent and the
   * producer, if there is one, has unregistered. Nothing more is received. If the other side has
   * sent bytes that were not received, it may see a reset.
   */
  void loseConnection();

  /**
   * Ends the sending side, once everything written has been sent and the producer, if there is one,
   * has unregistered. The other side sees the end of the stream, and may continue to send.
   *
   * @throws UnsupportedOperationException if TLS protects the connection, which has no half close
   */
  void loseWriteConnection();

  /**
   * Protects the connection by TLS from here on. What was written before is sent as it is, and what
   * is written after it waits for the handshake; a {@link HandshakeListener} is notified when it is
   * complete. The side that has connected takes the part of the client. Has no effect once the
   * connection has ended or was aborted.
   *
   * <p>The other side must start TLS too, after it has received what was written before. Bytes that
   * it has sent before are not TLS, and the connection is lost if they were not received.
   *
   * <p>TLS has no half close: the end of what the other side sends is the end of the connection,
   * also of a {@link HalfCloseable} protocol.
   *
   * @throws IllegalStateException if TLS was started already, or if one side has begun to close
   * @throws UnsupportedOperationException if this kind of connection has no TLS
   */
  default void startTls(TlsOptions options) {
    throw new UnsupportedOperationException(getClass().getSimpleName() + " has no TLS");
  }

  /** Ends the connection at once: unsent bytes are dropped, and the peer sees a reset. */
  void abortConnection();

  /**
   * Returns whether data can be exchanged: the connection has been made, and is neither lost nor
   * being closed.
   */
  boolean isConnected();

  /**
   * Registers a producer that is paused while too many bytes are kept, and resumed when they have
   * been sent. If the connection has ended, the producer is stopped at once.
   *
   * @throws IllegalStateException if there is one already
   */
  void registerProducer(PushProducer producer);

  /**
   * Registers a producer that is asked for a piece now, and for another whenever everything has
   * been sent. If the connection has ended, the producer is stopped at once.
   *
   * @throws IllegalStateException if there is one already
   */
  void registerProducer(PullProducer producer);

  /**
   * Removes the producer.
   *
   * @throws IllegalStateException if there is none
   */
  void unregisterProducer();

  /** Returns the address of this side, also after the end of the connection. */
  SocketAddress host();

  /** Returns the address of the other side, also after the end of the connection. */
  SocketAddress peer();

  /**
   * Sets an option of {@link java.net.StandardSocketOptions}, such as {@code TCP_NODELAY}.
   *
   * @throws UnsupportedOperationException if this connection does not have the option
   */
  <T> void setOption(SocketOption<T> option, T value);

  /**
   * Returns the value of an option.
   *
   * @throws UnsupportedOperationException if this connection does not have the option
   */
  <T> T option(SocketOption<T> option);
}
