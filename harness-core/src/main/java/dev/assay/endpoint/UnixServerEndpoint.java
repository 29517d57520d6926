// SPDX-License-Identifier: Apache-2.0
package dev.assay.endpoint;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Deferreds;
import dev.assay.protocol.ProtocolFactory;
import dev.assay.reactor.ListeningPort;
import dev.assay.reactor.ReactorUnix;

/** A path of this machine to listen on. */
record UnixServerEndpoint(ReactorUnix reactor, String path) implements ServerEndpoint {
  @Override
  public Deferred<ListeningPort> listen(ProtocolFactory factory) {
    return Deferreds.execute(() -> reactor.listenUnix(path, factory));
  }

  @Override
  public String toString() {
    return EndpointFormat.unix(path);
  }
}
