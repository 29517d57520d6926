// SPDX-License-Identifier: Apache-2.0
package dev.assay.endpoint;

import dev.assay.deferred.Deferred;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.ProtocolFactory;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/**
 * A place to connect to, and how to connect. Created by {@link Endpoints}.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface ClientEndpoint {
  /**
   * Connects. The Deferred fires with the protocol once its {@code connectionMade} has returned. It
   * fails with a {@link dev.assay.protocol.ConnectFailedException}, with what the factory threw, or
   * with the reason if the connection ended before {@code connectionMade} returned, for instance
   * because that threw. Cancelling it cancels the attempt.
   *
   * @param factory only its {@code buildProtocol}, {@code factoryStarted} and {@code
   *     factoryStopped} are called
   */
  Deferred<Protocol> connect(ProtocolFactory factory);

  /** Connects a protocol of a known type, as {@link #connect(ProtocolFactory)} does. */
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
