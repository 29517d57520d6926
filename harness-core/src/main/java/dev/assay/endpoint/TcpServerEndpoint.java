// SPDX-License-Identifier: Apache-2.0
package dev.assay.endpoint;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Deferreds;
import dev.assay.protocol.ProtocolFactory;
import dev.assay.reactor.ListenOptions;
import dev.assay.reactor.ListeningPort;
import dev.assay.reactor.ReactorTcp;

/** A port to listen on. */
record TcpServerEndpoint(ReactorTcp reactor, int port, ListenOptions options)
    implements ServerEndpoint {

  TcpServerEndpoint {
    EndpointFormat.requirePort(port, 0);
  }

  @Override
  public Deferred<ListeningPort> listen(ProtocolFactory factory) {
    return Deferreds.execute(() -> reactor.listenTcp(port, factory, options));
  }

  @Override
  public String toString() {
    return EndpointFormat.tcpServer(port, options);
  }
}
