// SPDX-License-Identifier: Apache-2.0
package dev.assay.endpoint;

import dev.assay.protocol.Protocol;
import dev.assay.protocol.ProtocolFactory;
import java.net.SocketAddress;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A factory that keeps the protocol it created last. Of several attempts, the one that succeeds is
 * the last to create one.
 */
final class LastMade<P extends Protocol> implements ProtocolFactory {
  private final Supplier<? extends P> protocols;
  private @Nullable P last;

  LastMade(Supplier<? extends P> protocols) {
    this.protocols = protocols;
  }

  @Override
  public Protocol buildProtocol(SocketAddress peer) {
    P made = protocols.get();
    last = made;
    return made;
  }

  P last() {
    if (last == null) {
      throw new IllegalStateException(
          "the endpoint has connected without calling buildProtocol() of the factory");
    }
    return last;
  }
}
