// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty.datagram;

import dev.assay.netty.loop.Loop;
import dev.assay.netty.name.Names;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.DatagramProtocol;
import dev.assay.protocol.DatagramTransport;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The datagram ports of one reactor.
 *
 * @since 0.1
 */
public final class Datagrams {
  private final Loop loop;
  private final Names names;
  private final Set<NettyDatagramPort> ports = new LinkedHashSet<>();

  /** Creates a reactor's datagram ports, of which there are none yet. */
  public Datagrams(Loop loop, Names names) {
    this.loop = loop;
    this.names = names;
  }

  /** Opens a port for datagrams. */
  public DatagramTransport listenUdp(int port, DatagramProtocol protocol, String host)
      throws BindFailedException {
    loop.checkRequest("listenUdp");
    return NettyDatagramPort.open(
        this, loop.sockets().datagrams(), names.local(host, port), protocol);
  }

  /** Closes everything, when the reactor stops. */
  public void closeAll() {
    List.copyOf(ports).forEach(NettyDatagramPort::close);
  }

  Loop loop() {
    return loop;
  }

  void add(NettyDatagramPort port) {
    ports.add(port);
  }

  void remove(NettyDatagramPort port) {
    ports.remove(port);
  }
}
