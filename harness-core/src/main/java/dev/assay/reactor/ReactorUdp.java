// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor;

import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.DatagramProtocol;
import dev.assay.protocol.DatagramTransport;

/**
 * Datagrams over UDP.
 *
 * @since 0.1
 */
public interface ReactorUdp {
  /** Opens a port of all interfaces for datagrams. Zero stands for any free port. */
  default DatagramTransport listenUdp(int port, DatagramProtocol protocol)
      throws BindFailedException {
    return listenUdp(port, protocol, "");
  }

  /**
   * Opens a port for datagrams. Zero stands for any free port.
   *
   * @param host the address of the interface, or an empty string for all interfaces
   * @throws BindFailedException if the port is taken, or this machine has no such interface
   * @throws IllegalArgumentException if the port is not from 0 to 65535
   */
  DatagramTransport listenUdp(int port, DatagramProtocol protocol, String host)
      throws BindFailedException;
}
