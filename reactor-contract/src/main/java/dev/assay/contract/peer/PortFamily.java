// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.peer;

import dev.assay.contract.rig.Rig;
import dev.assay.contract.subject.ContractSubject;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.ConnectionLostException;
import dev.assay.reactor.ListenOptions;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;

/**
 * A family whose addresses are ports of the subject's address. An abort is a reset.
 *
 * @since 0.1
 */
public sealed interface PortFamily extends Family permits Tcp, Tls {
  /** Returns options to listen on the subject's address. */
  default ListenOptions onHost(Rig rig) {
    return ListenOptions.DEFAULT.withHost(rig.subject().host());
  }

  @Override
  default boolean isUsable(ContractSubject subject) {
    return true;
  }

  @Override
  default SocketAddress free(ContractSubject subject, int number) {
    return new InetSocketAddress(subject.host(), 0);
  }

  @Override
  default boolean isChosenByPort() {
    return true;
  }

  @Override
  default List<Class<? extends ConnectionClosedException>> endsOfAborted() {
    return List.of(ConnectionLostException.class);
  }
}
