// SPDX-License-Identifier: Apache-2.0
package dev.assay.endpoint;

import dev.assay.deferred.Deferred;
import dev.assay.protocol.ProtocolFactory;
import dev.assay.reactor.ListeningPort;

/**
 * Where to listen, and how. {@link Endpoints} makes them.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface ServerEndpoint {
  /**
   * Listens. The Deferred fires with the port, or fails with a {@link
   * dev.assay.protocol.BindFailed}.
   */
  Deferred<ListeningPort> listen(ProtocolFactory factory);
}
