// SPDX-License-Identifier: Apache-2.0
package dev.assay.endpoint;

import dev.assay.deferred.Deferred;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.ProtocolFactory;
import dev.assay.reactor.ConnectOptions;
import dev.assay.reactor.ReactorTcp;

/** A port of a host, whose address the reactor looks up. */
record TcpClientEndpoint(ReactorTcp reactor, String host, int port, ConnectOptions options)
    implements ClientEndpoint {

  TcpClientEndpoint {
    EndpointFormat.requirePort(port, 1);
  }

  @Override
  public Deferred<Protocol> connect(ProtocolFactory factory) {
    return Attempt.start(
        factory, this, attempt -> reactor.connectTcp(host, port, attempt, options));
  }

  @Override
  public String toString() {
    return EndpointFormat.tcpClient(host, port, options);
  }
}
