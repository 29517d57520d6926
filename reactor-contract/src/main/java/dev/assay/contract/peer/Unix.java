// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.peer;

import dev.assay.contract.rig.Rig;
import dev.assay.contract.subject.ContractSubject;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.ClientFactory;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.ConnectionDoneException;
import dev.assay.protocol.ConnectionLostException;
import dev.assay.protocol.Connector;
import dev.assay.protocol.ProtocolFactory;
import dev.assay.reactor.ListeningPort;
import dev.assay.reactor.ReactorUnix;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.List;

/**
 * The paths of UNIX sockets. These have no reset of their own: the other side of an abort is
 * notified of a plain end, unless bytes were left that the aborting side had not read.
 *
 * @since 0.1
 */
public record Unix() implements Family {
  @Override
  public String name() {
    return "unix";
  }

  @Override
  public Class<?> face() {
    return ReactorUnix.class;
  }

  @Override
  public boolean isUsable(ContractSubject subject) {
    return subject.hasUnixSockets();
  }

  @Override
  public SocketAddress free(ContractSubject subject, int number) {
    return UnixDomainSocketAddress.of(subject.unixPath("socket" + number));
  }

  @Override
  public boolean isChosenByPort() {
    return false;
  }

  @Override
  public ListeningPort listen(Rig rig, SocketAddress address, ProtocolFactory factory)
      throws BindFailedException {
    return rig.reactor(ReactorUnix.class).listenUnix(pathOf(address), factory);
  }

  @Override
  public Connector connect(Rig rig, SocketAddress address, ClientFactory factory) {
    return rig.reactor(ReactorUnix.class).connectUnix(pathOf(address), factory);
  }

  @Override
  public List<Class<? extends ConnectionClosedException>> endsOfAborted() {
    return List.of(ConnectionDoneException.class, ConnectionLostException.class);
  }

  private static String pathOf(SocketAddress address) {
    return ((UnixDomainSocketAddress) address).getPath().toString();
  }
}
