// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

import java.net.SocketAddress;

/**
 * One destination, and the attempt or the connection that leads there: disconnected, connecting or
 * connected.
 *
 * @since 0.1
 */
public interface Connector {
  /**
   * Begins another attempt.
   *
   * @throws IllegalStateException unless disconnected
   */
  void connect();

  /**
   * Calls off the attempt; the factory is told of a {@link ConnectStopped}.
   *
   * @throws IllegalStateException unless connecting
   */
  void stopConnecting();

  /** Calls off the attempt or closes the connection, whichever there is. */
  void disconnect();

  /** Returns the address that this leads to; of a name, unresolved. */
  SocketAddress destination();
}
