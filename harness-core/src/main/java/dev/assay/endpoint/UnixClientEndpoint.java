// SPDX-License-Identifier: Apache-2.0
package dev.assay.endpoint;

import dev.assay.deferred.Deferred;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.ProtocolFactory;
import dev.assay.reactor.ReactorUnix;

/** A path of this machine to connect to. */
record UnixClientEndpoint(ReactorUnix reactor, String path) implements ClientEndpoint {
  @Override
  public Deferred<Protocol> connect(ProtocolFactory factory) {
    return Attempt.start(factory, this, attempt -> reactor.connectUnix(path, attempt));
  }

  @Override
  public String toString() {
    return EndpointFormat.unix(path);
  }
}
