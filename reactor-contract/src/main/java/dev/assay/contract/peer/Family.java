// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.peer;

import dev.assay.contract.rig.Rig;
import dev.assay.contract.subject.ContractSubject;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.ClientFactory;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.Connector;
import dev.assay.protocol.ProtocolFactory;
import dev.assay.reactor.ListeningPort;
import java.net.SocketAddress;
import java.util.List;

/**
 * A family of addresses: how one listens and connects there, and what an abort looks like.
 *
 * @since 0.1
 */
public sealed interface Family permits PortFamily, Unix {
  /** Returns the first word of the names of its rules. */
  String name();

  /** Returns the interface of a reactor that has such addresses. */
  Class<?> face();

  /** Returns whether the reactor of a subject, which has the interface, can use such addresses. */
  boolean isUsable(ContractSubject subject);

  /**
   * Returns an address to listen on that is not taken.
   *
   * @param number another one for each address of a check
   */
  SocketAddress free(ContractSubject subject, int number);

  /** Returns whether the port chooses a part of the address when it listens on a free one. */
  boolean isChosenByPort();

  /** Listens on an address. */
  ListeningPort listen(Rig rig, SocketAddress address, ProtocolFactory factory)
      throws BindFailedException;

  /** Begins to connect to an address. */
  Connector connect(Rig rig, SocketAddress address, ClientFactory factory);

  /** Returns whether bytes pass between a peer, whose connection was made, and its other side. */
  default boolean isReady(Peer peer) {
    return true;
  }

  /** Returns the ends of which the other side of an abort may be notified. */
  List<Class<? extends ConnectionClosedException>> endsOfAborted();
}
