// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import dev.assay.fake.FakeReactor;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.ClientFactory;
import dev.assay.protocol.Protocol;
import java.time.Duration;

/** Two protocols that are connected in memory. */
public final class Pair {
  private static final int PORT = 80;

  private Pair() {}

  /** Connects two protocols through one reactor, and returns once both know of it. */
  public static void connect(FakeReactor reactor, Protocol client, Protocol server) {
    listen(reactor, server);
    ClientFactory factory = peer -> client;
    reactor.connectTcp("localhost", PORT, factory);
    reactor.advance(Duration.ZERO);
  }

  /** Has the next connection to the port be a protocol's. */
  public static void listen(FakeReactor reactor, Protocol server) {
    try {
      reactor.listenTcp(PORT, peer -> server);
    } catch (BindFailedException e) {
      throw new AssertionError(e);
    }
  }
}
