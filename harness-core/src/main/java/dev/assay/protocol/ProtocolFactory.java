// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * What makes the protocol of each new connection. What a method throws is logged.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface ProtocolFactory {
  /**
   * Returns the protocol for a connection with this peer, or null to close it; to throw is to close
   * it as well. The other side sees the connection made and closed in good order.
   */
  @Nullable Protocol buildProtocol(SocketAddress peer);

  /** Is told that one more port, or connector, uses this factory. */
  default void factoryStarted() {}

  /** Is told that a port, or connector, uses this factory no more. */
  default void factoryStopped() {}
}
