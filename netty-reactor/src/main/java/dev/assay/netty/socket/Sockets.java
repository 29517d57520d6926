// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty.socket;

import io.netty.channel.Channel;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.DuplexChannel;
import java.net.SocketAddress;

/**
 * The kinds of channels of one of Netty's transports.
 *
 * @since 0.1
 */
public interface Sockets {
  /** Returns the channels of the JDK. */
  static Sockets nio() {
    return new NioSockets();
  }

  /** Returns the factory of the part of an event loop that waits for these channels. */
  IoHandlerFactory handlers();

  /** Creates the channel of an outgoing TCP connection. */
  Channel stream();

  /** Creates the channel of a TCP port. */
  ServerChannel port();

  /** Creates the channel of a UDP port. */
  Channel datagrams();

  /** Creates the channel of an outgoing connection to a path. */
  Channel unixStream();

  /** Creates the channel of a port at a path. */
  ServerChannel unixPort();

  /** Ends the stream from this side of a connection; the other side may continue to send. */
  default void endOutput(Channel connection) {
    Throwable broken = ((DuplexChannel) connection).shutdownOutput().cause();
    if (broken != null) {
      connection.pipeline().fireExceptionCaught(broken);
    }
  }

  /** Returns the address of a path, in the form that these channels accept. */
  SocketAddress unixAddress(String path);
}
