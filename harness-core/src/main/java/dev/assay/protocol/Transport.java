// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

import java.net.SocketAddress;
import java.net.SocketOption;
import java.util.List;

/**
 * This side's end of a connection: what sends the bytes of a {@link Protocol}.
 *
 * <p>Writing never blocks. What is written is kept until the network takes it; a producer that is
 * registered is paused while too much is kept. As a {@link PushProducer} the transport holds back
 * and goes on with what it receives, however often it was told to; to stop it is to lose the
 * connection.
 *
 * <p>No method calls the protocol back before it returns.
 *
 * @since 0.1
 */
public interface Transport extends PushProducer {
  /**
   * Sends bytes; they are copied. After {@link #loseConnection()} they are sent as long as the
   * connection lasts. Once it is over, was aborted, or has ended its sending side, nothing happens.
   */
  void write(byte[] data);

  /** Sends pieces as if they were one. */
  void writeSequence(List<byte[]> pieces);

  /**
   * Closes the connection in good order, once all that was written is sent and the producer, if
   * there is one, has unregistered. Nothing more is received; if the other side has sent something
   * that was not, it may see a reset.
   */
  void loseConnection();

  /**
   * Ends the sending side once all that was written is sent and the producer, if there is one, has
   * unregistered; the other side sees the end of the stream, and may go on sending.
   */
  void loseWriteConnection();

  /** Ends the connection at once: what has not been sent is dropped, and the peer sees a reset. */
  void abortConnection();

  /** Returns whether data can be exchanged: made, and neither lost nor being closed. */
  boolean isConnected();

  /**
   * Registers a producer that is paused while too much is kept, and resumed when it is sent. On a
   * connection that is over, the producer is stopped at once.
   *
   * @throws IllegalStateException if there is one already
   */
  void registerProducer(PushProducer producer);

  /**
   * Registers a producer that is asked for a piece now, and for another whenever all is sent. On a
   * connection that is over, the producer is stopped at once.
   *
   * @throws IllegalStateException if there is one already
   */
  void registerProducer(PullProducer producer);

  /**
   * Takes the producer back.
   *
   * @throws IllegalStateException if there is none
   */
  void unregisterProducer();

  /** Returns the address of this side, also when the connection is over. */
  SocketAddress host();

  /** Returns the address of the other side, also when the connection is over. */
  SocketAddress peer();

  /**
   * Sets an option of {@link java.net.StandardSocketOptions}, such as {@code TCP_NODELAY}.
   *
   * @throws UnsupportedOperationException if this connection has no such option
   */
  <T> void setOption(SocketOption<T> option, T value);

  /**
   * Returns the value of an option.
   *
   * @throws UnsupportedOperationException if this connection has no such option
   */
  <T> T option(SocketOption<T> option);
}
