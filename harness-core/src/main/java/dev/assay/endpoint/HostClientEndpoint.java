// SPDX-License-Identifier: Apache-2.0
package dev.assay.endpoint;

import dev.assay.deferred.Deferred;
import dev.assay.protocol.DnsLookupException;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.ProtocolFactory;
import dev.assay.reactor.ConnectOptions;
import dev.assay.reactor.ReactorNames;
import dev.assay.reactor.ReactorTcp;
import dev.assay.time.ReactorTime;
import java.net.InetAddress;
import java.util.List;

/** A port of a host, all of whose addresses are tried. */
record HostClientEndpoint<R extends ReactorTcp & ReactorNames & ReactorTime>(
    R reactor, String host, int port, ConnectOptions options) implements ClientEndpoint {

  HostClientEndpoint {
    EndpointFormat.requirePort(port, 1);
  }

  @Override
  public Deferred<Protocol> connect(ProtocolFactory factory) {
    return reactor.resolve(host).addDeferringCallback(addresses -> connect(addresses, factory));
  }

  @Override
  public String toString() {
    return EndpointFormat.tcpClient(host, port, options);
  }

  private Deferred<Protocol> connect(List<InetAddress> addresses, ProtocolFactory factory) {
    if (addresses.isEmpty()) {
      return Deferred.fail(new DnsLookupException("no address was found for " + host));
    }
    List<TcpClientEndpoint> endpoints = addresses.stream().map(this::at).toList();
    return new StaggeredAttempts(reactor, endpoints, factory).start(this);
  }

  private TcpClientEndpoint at(InetAddress address) {
    return new TcpClientEndpoint(reactor, address.getHostAddress(), port, options);
  }
}
