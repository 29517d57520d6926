// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor;

import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.ClientFactory;
import dev.assay.protocol.Connector;
import dev.assay.protocol.ProtocolFactory;

/**
 * Connections within one machine, with paths as addresses.
 *
 * @since 0.1
 */
public interface ReactorUnix {
  /** Begins to connect to a path. */
  Connector connectUnix(String path, ClientFactory factory);

  /**
   * Listens on a path.
   *
   * @throws BindFailedException if the path is taken
   */
  ListeningPort listenUnix(String path, ProtocolFactory factory) throws BindFailedException;
}
