// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import dev.assay.protocol.BindFailed;
import dev.assay.protocol.ClientFactory;
import dev.assay.protocol.ConnectionLost;
import dev.assay.protocol.DatagramProtocol;
import dev.assay.protocol.ProtocolFactory;
import dev.assay.reactor.ConnectOptions;
import dev.assay.reactor.ListenOptions;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A machine on a fake network: its addresses, its ports, and the connections that end there. */
final class FakeHost {
  private final FakeNetwork network;
  private final String name;
  private final InetAddress address;
  private final FakeNames names;
  private final ConnectScript script = new ConnectScript();
  private final ArrayDeque<Scripted<BindFailed>> listenFailures = new ArrayDeque<>();
  private final LocalAddresses tcp;
  private final LocalAddresses udp;
  private final List<FakeListeningPort> listening = new ArrayList<>();
  private final List<FakeDatagramPort> datagramPorts = new ArrayList<>();
  private final List<SentDatagram> datagrams = new ArrayList<>();
  private final Set<StreamEnd> connections = new LinkedHashSet<>();
  private final Set<Attempt> attempts = new LinkedHashSet<>();
  private int unnamed;
  private boolean down;

  FakeHost(FakeNetwork network, String name, InetAddress address) {
    this.network = network;
    this.name = name;
    this.address = address;
    this.names = new FakeNames(network, this);
    this.tcp = new LocalAddresses(name);
    this.udp = new LocalAddresses(name);
  }

  FakeNetwork network() {
    return network;
  }

  String name() {
    return name;
  }

  InetAddress address() {
    return address;
  }

  FakeNames names() {
    return names;
  }

  ConnectScript script() {
    return script;
  }

  boolean isDown() {
    return down;
  }

  /** Returns whether an address is one of this host's. */
  boolean has(InetAddress candidate) {
    return candidate.isLoopbackAddress() || candidate.equals(address);
  }

  void failNextListen(BindFailed reason) {
    String what = "the next request to listen fails: " + reason;
    listenFailures.add(new Scripted<>(reason, ScriptedEntry.once(() -> what)));
  }

  FakeConnector connect(SocketAddress destination, ClientFactory factory, ConnectOptions options) {
    FakeConnector connector = new FakeConnector(this, destination, factory, options);
    connector.connect();
    return connector;
  }

  FakeListeningPort listenTcp(int port, ProtocolFactory factory, ListenOptions options)
      throws BindFailed {
    beginToListen();
    InetSocketAddress local = tcp.take(interfaceOf(options.host()), port);
    return listen(local, factory, options.backlog());
  }

  FakeListeningPort listenUnix(UnixDomainSocketAddress path, ProtocolFactory factory)
      throws BindFailed {
    beginToListen();
    if (listenerAt(path) != null) {
      throw new BindFailed(path + " is taken on " + name);
    }
    return listen(path, factory, ListenOptions.DEFAULT.backlog());
  }

  private FakeListeningPort listen(SocketAddress local, ProtocolFactory factory, int backlog) {
    FakeListeningPort made = new FakeListeningPort(this, local, factory, backlog);
    listening.add(made);
    made.open();
    return made;
  }

  FakeDatagramPort listenUdp(int port, DatagramProtocol protocol, String host) throws BindFailed {
    beginToListen();
    InetSocketAddress local = udp.take(interfaceOf(host), port);
    FakeDatagramPort made = new FakeDatagramPort(this, local, protocol);
    datagramPorts.add(made);
    made.open();
    return made;
  }

  /** Returns the port that takes connections to an address of this host, or null. */
  @Nullable FakeListeningPort listenerAt(SocketAddress target) {
    return listening.stream().filter(port -> port.accepts(target)).findFirst().orElse(null);
  }

  /** Returns the port that takes datagrams for an address of this host, or null. */
  @Nullable FakeDatagramPort datagramPortAt(InetSocketAddress target) {
    return datagramPorts.stream().filter(port -> port.accepts(target)).findFirst().orElse(null);
  }

  void close(FakeListeningPort port) {
    listening.remove(port);
    if (port.address() instanceof InetSocketAddress local) {
      tcp.giveBack(local);
    }
  }

  void close(FakeDatagramPort port) {
    datagramPorts.remove(port);
    udp.giveBack(port.host());
  }

  List<FakeListeningPort> listening() {
    return List.copyOf(listening);
  }

  List<FakeDatagramPort> datagramPorts() {
    return List.copyOf(datagramPorts);
  }

  void remember(SentDatagram sent) {
    datagrams.add(sent);
  }

  List<SentDatagram> datagrams() {
    return List.copyOf(datagrams);
  }

  /** Takes an address to connect from, which is to be given back. */
  InetSocketAddress takeLocal(InetAddress target, @Nullable InetSocketAddress bind)
      throws BindFailed {
    InetAddress from = localFor(target);
    if (bind == null) {
      return tcp.take(from, 0);
    }
    InetAddress asked = bind.getAddress();
    if (asked == null || !(asked.isAnyLocalAddress() || has(asked))) {
      throw new BindFailed(Addresses.show(bind) + " is not an address of " + name);
    }
    return tcp.take(asked.isAnyLocalAddress() ? from : asked, bind.getPort());
  }

  void giveBack(SocketAddress local) {
    if (local instanceof InetSocketAddress inet) {
      tcp.giveBack(inet);
    }
  }

  /** Returns the address of this host that another sees when something is sent there. */
  InetAddress localFor(InetAddress target) {
    return target.isLoopbackAddress() ? target : address;
  }

  /** Returns the number of one more end of a connection that has no address. */
  int nextUnnamed() {
    return ++unnamed;
  }

  void remember(StreamEnd end) {
    connections.add(end);
  }

  void forget(StreamEnd end) {
    connections.remove(end);
  }

  void remember(Attempt attempt) {
    attempts.add(attempt);
  }

  void forget(Attempt attempt) {
    attempts.remove(attempt);
  }

  List<StreamEnd> connections() {
    return List.copyOf(connections);
  }

  /** Ends all that is open, as a reactor does when it shuts down. */
  void closeAll() {
    listening().forEach(FakeListeningPort::close);
    List.copyOf(attempts).forEach(Attempt::stop);
    for (StreamEnd end : connections()) {
      end.shutDown(new ConnectionLost(end + " was lost: its reactor was stopped"));
    }
    datagramPorts().forEach(FakeDatagramPort::close);
  }

  /** Goes down without a word: nobody is told, here or elsewhere. */
  void crash() {
    down = true;
    connections().forEach(StreamEnd::vanish);
    connections.clear();
    List.copyOf(attempts).forEach(Attempt::vanish);
    listening().forEach(FakeListeningPort::vanish);
    listening.clear();
    datagramPorts().forEach(FakeDatagramPort::vanish);
    datagramPorts.clear();
    tcp.clear();
    udp.clear();
  }

  void restart() {
    down = false;
  }

  @Override
  public String toString() {
    return name;
  }

  /** Fails if the test says so. */
  private void beginToListen() throws BindFailed {
    network.checkRequest("listen");
    Scripted<BindFailed> scripted = listenFailures.poll();
    if (scripted != null) {
      throw scripted.happen();
    }
  }

  private InetAddress interfaceOf(String host) throws BindFailed {
    if (host.isEmpty()) {
      return Addresses.ipv4(0, 0, 0, 0);
    }
    InetAddress asked =
        host.equals("localhost") ? Addresses.ipv4(127, 0, 0, 1) : Addresses.literal(host);
    if (asked == null || !(asked.isAnyLocalAddress() || has(asked))) {
      throw new BindFailed(host + " is not an address of " + name);
    }
    return asked;
  }
}
