// SPDX-License-Identifier: Apache-2.0
package dev.assay.endpoint;

import dev.assay.deferred.Deferred;
import dev.assay.protocol.ProtocolFactory;
import dev.assay.reactor.ListeningPort;

/**
 * A place to listen, and how to listen. Created by {@link Endpoints}.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface ServerEndpoint {
  /**
   * Listens. The Deferred fires with the port, or fails with a {@link
   * dev.assay.protocol.BindFailedException}.
   */
  Deferred<ListeningPort> listen(ProtocolFactory factory);
}
