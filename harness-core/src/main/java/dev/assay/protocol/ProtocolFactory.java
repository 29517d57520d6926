// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * A factory of protocols, one for each new connection. What a method throws is logged.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface ProtocolFactory {
  /**
   * Returns the protocol for a connection with a peer, or null to close the connection. To throw
   * closes it as well. The other side then sees a connection that is made and closed in an orderly
   * way.
   */
  @Nullable Protocol buildProtocol(SocketAddress peer);

  /** Called when one more port, or connector, uses this factory. */
  default void factoryStarted() {}

  /** Called when a port, or connector, no longer uses this factory. */
  default void factoryStopped() {}
}
