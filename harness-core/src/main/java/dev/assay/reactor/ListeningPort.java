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
   * Returns the address that this listens on. If no port was given, it contains the one that was
   * chosen.
   */
  SocketAddress address();

  /**
   * Stops accepting, and releases the address. Accepted connections stay open. The Deferred fires
   * when that is done. Further calls have no further effect.
   */
  Deferred<@Nullable Void> stopListening();
}
