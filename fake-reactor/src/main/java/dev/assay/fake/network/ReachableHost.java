// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import dev.assay.fake.event.SentDatagram;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A host, as seen by others on its network: the destination of their connections and datagrams. */
interface ReachableHost extends StreamEnd.Owner {
  /** Returns the host that an address leads to from this host, or null if there is none. */
  @Nullable ReachableHost reach(InetAddress address);

  /** Returns the acceptor of connections to an address of this host, or null. */
  @Nullable Acceptor acceptorAt(SocketAddress target);

  /** Returns the receiver of datagrams for an address of this host, or null. */
  @Nullable Consumer<SentDatagram> receiverAt(InetSocketAddress target);

  /** A port that accepts connections. */
  interface Acceptor {
    /** Returns whether so many connections wait here that no further one can be made. */
    boolean isFull();

    /** Enqueues a connection that the client already sees as made. */
    void enqueue(StreamEnd server);
  }
}
