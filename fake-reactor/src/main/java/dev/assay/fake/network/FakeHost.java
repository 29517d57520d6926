// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import dev.assay.deferred.Deferred;
import dev.assay.fake.event.SentDatagram;
import dev.assay.pending.Site;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.ClientFactory;
import dev.assay.protocol.ConnectionLostException;
import dev.assay.protocol.DatagramProtocol;
import dev.assay.protocol.ProtocolFactory;
import dev.assay.reactor.ConnectOptions;
import dev.assay.reactor.ListenOptions;
import dev.assay.reactor.rules.Addresses;
import dev.assay.tls.TlsOptions;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A host in memory: its addresses, its ports, and the connections that end there.
 *
 * @since 0.1
 */
public final class FakeHost
    implements ConnectProcess.Source, FakeListeningPort.Owner, FakeDatagramPort.Owner {
  private final Network network;
  private final Directory directory;
  private final String name;
  private final InetAddress address;
  private final Names names;
  private final ConnectScript script = new ConnectScript();
  private final ArrayDeque<Scripted<BindFailedException>> listenFailures = new ArrayDeque<>();
  private final LocalAddresses tcp;
  private final LocalAddresses udp;
  private final List<FakeListeningPort> listening = new ArrayList<>();
  private final List<FakeDatagramPort> datagramPorts = new ArrayList<>();
  private final List<SentDatagram> datagrams = new ArrayList<>();
  private final Set<StreamEnd> connections = new LinkedHashSet<>();
  private final Set<ConnectProcess> attempts = new LinkedHashSet<>();
  private int unnamed;
  private boolean down;

  FakeHost(Network network, String name, InetAddress address, Directory directory) {
    this.network = network;
    this.directory = directory;
    this.name = name;
    this.address = address;
    this.names = new Names(network, this, directory::addressOf);
    this.tcp = new LocalAddresses(name);
    this.udp = new LocalAddresses(name);
  }

  /** Returns the network that this host is on. */
  public Network network() {
    return network;
  }

  @Override
  public String name() {
    return name;
  }

  InetAddress address() {
    return address;
  }

  /** Returns the names that this host can look up. */
  public Names names() {
    return names;
  }

  @Override
  public ConnectScript script() {
    return script;
  }

  @Override
  public boolean isDown() {
    return down;
  }

  @Override
  public @Nullable ReachableHost reach(InetAddress target) {
    return has(target) ? this : directory.at(target);
  }

  @Override
  public Deferred<List<InetAddress>> resolve(String asked) {
    return names.resolve(asked);
  }

  /** Returns whether an address belongs to this host. */
  boolean has(InetAddress candidate) {
    return candidate.isLoopbackAddress() || candidate.equals(address);
  }

  /** Fails the next request to listen. */
  public void failNextListen(BindFailedException reason, Site site) {
    String what = "the next request to listen fails: " + reason;
    listenFailures.add(new Scripted<>(reason, ScriptedEntry.once(site, () -> what)));
  }

  /**
   * Starts to connect to a destination.
   *
   * @param tls the options of TLS, or null for none
   */
  public FakeConnector connect(
      SocketAddress destination,
      ClientFactory factory,
      @Nullable TlsOptions tls,
      ConnectOptions options) {
    FakeConnector connector = new FakeConnector(network, this, destination, factory, options, tls);
    connector.connect();
    return connector;
  }

  /**
   * Opens a port for TCP connections.
   *
   * @param tls the options of TLS, or null for none
   */
  public FakeListeningPort listenTcp(
      int port, ProtocolFactory factory, @Nullable TlsOptions tls, ListenOptions options)
      throws BindFailedException {
    beginToListen();
    InetSocketAddress local = tcp.take(interfaceOf(options.host()), port);
    return listen(local, factory, options.backlog(), tls);
  }

  /** Opens a port for connections to a Unix-domain path. */
  public FakeListeningPort listenUnix(UnixDomainSocketAddress path, ProtocolFactory factory)
      throws BindFailedException {
    beginToListen();
    if (acceptorAt(path) != null) {
      throw new BindFailedException(path + " is in use on " + name);
    }
    return listen(path, factory, ListenOptions.DEFAULT.backlog(), null);
  }

  private FakeListeningPort listen(
      SocketAddress local, ProtocolFactory factory, int backlog, @Nullable TlsOptions tls) {
    FakeListeningPort made = new FakeListeningPort(network, this, local, factory, backlog, tls);
    listening.add(made);
    made.open();
    return made;
  }

  /** Opens a port for datagrams. */
  public FakeDatagramPort listenUdp(int port, DatagramProtocol protocol, String host)
      throws BindFailedException {
    beginToListen();
    InetSocketAddress local = udp.take(interfaceOf(host), port);
    FakeDatagramPort made = new FakeDatagramPort(network, this, local, protocol);
    datagramPorts.add(made);
    made.open();
    return made;
  }

  @Override
  public @Nullable Acceptor acceptorAt(SocketAddress target) {
    return listening.stream().filter(port -> port.accepts(target)).findFirst().orElse(null);
  }

  @Override
  public @Nullable Consumer<SentDatagram> receiverAt(InetSocketAddress target) {
    for (FakeDatagramPort port : datagramPorts) {
      if (port.accepts(target)) {
        return port::receive;
      }
    }
    return null;
  }

  @Override
  public void closed(FakeListeningPort port) {
    listening.remove(port);
    if (port.address() instanceof InetSocketAddress local) {
      tcp.giveBack(local);
    }
  }

  @Override
  public void closed(FakeDatagramPort port) {
    datagramPorts.remove(port);
    udp.giveBack(port.host());
  }

  /** Returns the ports that are open for connections. */
  public List<FakeListeningPort> listening() {
    return List.copyOf(listening);
  }

  /** Returns the ports that are open for datagrams. */
  public List<FakeDatagramPort> datagramPorts() {
    return List.copyOf(datagramPorts);
  }

  @Override
  public void remember(SentDatagram sent) {
    datagrams.add(sent);
  }

  /** Returns every datagram that was sent from this host. */
  public List<SentDatagram> datagrams() {
    return List.copyOf(datagrams);
  }

  @Override
  public InetSocketAddress takeLocal(InetAddress target, @Nullable InetSocketAddress bind)
      throws BindFailedException {
    InetAddress from = localFor(target);
    if (bind == null) {
      return tcp.take(from, 0);
    }
    InetAddress asked = bind.getAddress();
    if (asked == null || !(asked.isAnyLocalAddress() || has(asked))) {
      throw new BindFailedException(Addresses.show(bind) + " is not an address of " + name);
    }
    return tcp.take(asked.isAnyLocalAddress() ? from : asked, bind.getPort());
  }

  @Override
  public void giveBack(SocketAddress local) {
    if (local instanceof InetSocketAddress inet) {
      tcp.giveBack(inet);
    }
  }

  @Override
  public InetAddress localFor(InetAddress target) {
    return target.isLoopbackAddress() ? target : address;
  }

  @Override
  public int nextUnnamed() {
    return ++unnamed;
  }

  @Override
  public void remember(StreamEnd end) {
    connections.add(end);
  }

  @Override
  public void forget(StreamEnd end) {
    connections.remove(end);
  }

  @Override
  public void began(ConnectProcess attempt) {
    attempts.add(attempt);
  }

  @Override
  public void ended(ConnectProcess attempt) {
    attempts.remove(attempt);
  }

  /** Returns the open ends of connections on this host. */
  public List<StreamEnd> connections() {
    return List.copyOf(connections);
  }

  /** Closes everything that is open, as a reactor does when it shuts down. */
  public void closeAll() {
    listening().forEach(FakeListeningPort::close);
    List.copyOf(attempts).forEach(ConnectProcess::stop);
    for (StreamEnd end : connections()) {
      end.shutDown(new ConnectionLostException(end + " was lost: its reactor was stopped"));
    }
    datagramPorts().forEach(FakeDatagramPort::close);
  }

  /** Goes down without notifying anyone, here or elsewhere. */
  void crash() {
    down = true;
    connections().forEach(StreamEnd::vanish);
    connections.clear();
    List.copyOf(attempts).forEach(ConnectProcess::vanish);
    listening().forEach(FakeListeningPort::vanish);
    listening.clear();
    datagramPorts().forEach(FakeDatagramPort::vanish);
    datagramPorts.clear();
    tcp.clear();
    udp.clear();
  }

  /** Comes up again, with nothing open. */
  public void restart() {
    down = false;
  }

  @Override
  public String toString() {
    return name;
  }

  /** Fails if the test has scripted a failure. */
  private void beginToListen() throws BindFailedException {
    network.checkRequest("listen");
    Scripted<BindFailedException> scripted = listenFailures.poll();
    if (scripted != null) {
      throw scripted.happen();
    }
  }

  private InetAddress interfaceOf(String host) throws BindFailedException {
    if (host.isEmpty()) {
      return Addresses.ipv4(0, 0, 0, 0);
    }
    InetAddress asked =
        host.equals("localhost") ? Addresses.ipv4(127, 0, 0, 1) : Addresses.literal(host);
    if (asked == null || !(asked.isAnyLocalAddress() || has(asked))) {
      throw new BindFailedException(host + " is not an address of " + name);
    }
    return asked;
  }

  /** The other hosts of a network, as one of them finds them. */
  interface Directory {
    /** Returns the host that owns an address, or null if there is none. */
    @Nullable ReachableHost at(InetAddress address);

    /** Returns the address of the host with a name, or null if there is none. */
    @Nullable InetAddress addressOf(String name);
  }
}
