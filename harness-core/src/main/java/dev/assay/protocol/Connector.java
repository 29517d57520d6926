// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

import java.net.SocketAddress;

/**
 * A destination and the attempt or connection to it. Its state is disconnected, connecting or
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
   * Cancels the attempt. The factory is notified with a {@link ConnectStoppedException}.
   *
   * @throws IllegalStateException unless connecting
   */
  void stopConnecting();

  /** Cancels the attempt or closes the connection. */
  void disconnect();

  /** Returns the address of the destination. If it is a name, the address is unresolved. */
  SocketAddress destination();
}
