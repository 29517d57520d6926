// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor;

import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.ClientFactory;
import dev.assay.protocol.Connector;
import dev.assay.protocol.ProtocolFactory;
import dev.assay.tls.TlsOptions;

/**
 * Connections over TCP that TLS protects from the beginning. A protocol is connected before the
 * handshake; what it writes waits for it. {@link dev.assay.protocol.Transport#startTls} protects a
 * connection later.
 *
 * @since 0.1
 */
public interface ReactorTls {
  /** Begins to connect to a host, by name or address, with a timeout of 30 seconds. */
  default Connector connectTls(String host, int port, ClientFactory factory, TlsOptions tls) {
    return connectTls(host, port, factory, tls, ConnectOptions.DEFAULT);
  }

  /**
   * Begins to connect to a host, by name or address, as {@link ReactorTcp#connectTcp} does. The
   * timeout does not include the handshake.
   *
   * @throws IllegalArgumentException if the port is not from 0 to 65535
   */
  Connector connectTls(
      String host, int port, ClientFactory factory, TlsOptions tls, ConnectOptions options);

  /** Listens on a port of all interfaces. Zero stands for any free port. */
  default ListeningPort listenTls(int port, ProtocolFactory factory, TlsOptions tls)
      throws BindFailedException {
    return listenTls(port, factory, tls, ListenOptions.DEFAULT);
  }

  /**
   * Listens on a port. Zero stands for any free port.
   *
   * @throws BindFailedException if the port is taken, or this machine has no such interface
   * @throws IllegalArgumentException if the port is not from 0 to 65535
   */
  ListeningPort listenTls(int port, ProtocolFactory factory, TlsOptions tls, ListenOptions options)
      throws BindFailedException;
}
