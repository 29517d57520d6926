// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.peer;

import dev.assay.contract.rig.Rig;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.ClientFactory;
import dev.assay.protocol.Connector;
import dev.assay.protocol.ProtocolFactory;
import dev.assay.reactor.ListeningPort;
import dev.assay.reactor.ReactorTcp;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/**
 * The ports of the subject's address. An abort is a reset.
 *
 * @since 0.1
 */
public record Tcp() implements PortFamily {
  @Override
  public String name() {
    return "tcp";
  }

  @Override
  public Class<?> face() {
    return ReactorTcp.class;
  }

  @Override
  public ListeningPort listen(Rig rig, SocketAddress address, ProtocolFactory factory)
      throws BindFailedException {
    return rig.reactor(ReactorTcp.class).listenTcp(portOf(address), factory, onHost(rig));
  }

  @Override
  public Connector connect(Rig rig, SocketAddress address, ClientFactory factory) {
    String host = rig.subject().host();
    return rig.reactor(ReactorTcp.class).connectTcp(host, portOf(address), factory);
  }

  /** Returns the number of a port. */
  public static int portOf(SocketAddress address) {
    return ((InetSocketAddress) address).getPort();
  }
}
