// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor;

import dev.assay.deferred.Deferred;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * A port that accepts connections.
 *
 * @since 0.1
 */
public interface ListeningPort {
  /**
   * Returns the address that this listens on, with the port that was chosen if none was asked for.
   */
  SocketAddress address();

  /**
   * Stops accepting, and gives the address back; connections that were accepted stay. The Deferred
   * fires when that is done; asked again, it does nothing more.
   */
  Deferred<@Nullable Void> stopListening();
}
