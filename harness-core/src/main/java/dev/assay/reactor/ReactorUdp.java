// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor;

import dev.assay.protocol.BindFailed;
import dev.assay.protocol.DatagramProtocol;
import dev.assay.protocol.DatagramTransport;

/**
 * Datagrams by UDP.
 *
 * @since 0.1
 */
public interface ReactorUdp {
  /** Opens a port of all interfaces for datagrams; zero is any free port. */
  default DatagramTransport listenUdp(int port, DatagramProtocol protocol) throws BindFailed {
    return listenUdp(port, protocol, "");
  }

  /**
   * Opens a port for datagrams; zero is any free port.
   *
   * @param host the address of the interface, or an empty text for all
   * @throws BindFailed if the port is taken, or the interface is none of this machine's
   * @throws IllegalArgumentException if the port is not from 0 to 65535
   */
  DatagramTransport listenUdp(int port, DatagramProtocol protocol, String host) throws BindFailed;
}
