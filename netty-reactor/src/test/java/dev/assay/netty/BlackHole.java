// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * A port that answers no further attempt to connect: nobody accepts its connections, and as many as
 * may wait are waiting.
 */
final class BlackHole implements AutoCloseable {
  private static final int BACKLOG = 1;

  /** More than the system lets wait, which may be a few more than the backlog. */
  private static final int CONNECTIONS = 16;

  private final ServerSocketChannel port;
  private final List<SocketChannel> waiting = new ArrayList<>();

  BlackHole() {
    try {
      port = ServerSocketChannel.open();
      port.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
      for (int i = 0; i < CONNECTIONS; i++) {
        SocketChannel connection = SocketChannel.open();
        connection.configureBlocking(false);
        connection.connect(address());
        waiting.add(connection);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  InetSocketAddress address() {
    try {
      return (InetSocketAddress) port.getLocalAddress();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      for (SocketChannel connection : waiting) {
        connection.close();
      }
      port.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
