// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor;

import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.ClientFactory;
import dev.assay.protocol.Connector;
import dev.assay.protocol.ProtocolFactory;

/**
 * Connections over TCP, outgoing and incoming.
 *
 * @since 0.1
 */
public interface ReactorTcp {
  /** Begins to connect to a host, by name or address, with a timeout of 30 seconds. */
  default Connector connectTcp(String host, int port, ClientFactory factory) {
    return connectTcp(host, port, factory, ConnectOptions.DEFAULT);
  }

  /**
   * Begins to connect to a host, by name or address. The factory is notified of the beginning
   * before this returns, and of success or failure later.
   *
   * @throws IllegalArgumentException if the port is not from 0 to 65535
   */
  Connector connectTcp(String host, int port, ClientFactory factory, ConnectOptions options);

  /** Listens on a port of all interfaces. Zero stands for any free port. */
  default ListeningPort listenTcp(int port, ProtocolFactory factory) throws BindFailedException {
    return listenTcp(port, factory, ListenOptions.DEFAULT);
  }

  /**
   * Listens on a port. Zero stands for any free port.
   *
   * @throws BindFailedException if the port is taken, or this machine has no such interface
   * @throws IllegalArgumentException if the port is not from 0 to 65535
   */
  ListeningPort listenTcp(int port, ProtocolFactory factory, ListenOptions options)
      throws BindFailedException;
}
