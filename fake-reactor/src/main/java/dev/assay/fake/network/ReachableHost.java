// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import dev.assay.fake.event.SentDatagram;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A host as others on its network see it: what takes their connections and datagrams. */
interface ReachableHost extends StreamEnd.Owner {
  /** Returns the host that an address leads to from here, or null if there is none. */
  @Nullable ReachableHost reach(InetAddress address);

  /** Returns what takes connections to an address of this host, or null. */
  @Nullable Acceptor acceptorAt(SocketAddress target);

  /** Returns what takes datagrams for an address of this host, or null. */
  @Nullable Consumer<SentDatagram> receiverAt(InetSocketAddress target);

  /** A port that takes connections. */
  interface Acceptor {
    /** Returns whether too many connections wait here for another to be made. */
    boolean isFull();

    /** Takes a connection whose client knows it as made. */
    void enqueue(StreamEnd server);
  }
}
