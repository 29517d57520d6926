// SPDX-License-Identifier: Apache-2.0
package dev.assay.endpoint;

import dev.assay.deferred.Deferred;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.ProtocolFactory;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/**
 * Where to connect, and how. {@link Endpoints} makes them.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface ClientEndpoint {
  /**
   * Connects. The Deferred fires with the protocol once its {@code connectionMade} has returned; it
   * fails with a {@link dev.assay.protocol.ConnectFailed}, or with what the factory or {@code
   * connectionMade} threw or came to. Cancelling it calls off the attempt.
   *
   * @param factory of which only {@code buildProtocol} is used, and {@code factoryStarted} and
   *     {@code factoryStopped}
   */
  Deferred<Protocol> connect(ProtocolFactory factory);

  /** Connects, as {@link #connect(ProtocolFactory)} does, a protocol of a type that is known. */
  default <P extends Protocol> Deferred<P> connect(Supplier<? extends P> protocols) {
    LastMade<P> made = new LastMade<>(protocols);
    return connect(made).addCallback(outer -> made.last());
  }

  /** Connects one protocol, which has not been connected before. */
  default <P extends Protocol> Deferred<P> connectProtocol(P protocol) {
    Iterator<P> once = List.of(protocol).iterator();
    return connect(peer -> once.hasNext() ? once.next() : null).addCallback(outer -> protocol);
  }
}
