// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.peer;

import dev.assay.contract.rig.Expect;
import dev.assay.contract.rig.Rig;
import dev.assay.deferred.Deferred;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.Connector;
import dev.assay.reactor.ConnectOptions;
import dev.assay.reactor.ListeningPort;
import dev.assay.reactor.ReactorTcp;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The connections and ports of a check, with addresses of one family, and short methods to create
 * them.
 *
 * @since 0.1
 */
public final class Net {
  private final Rig rig;
  private final Family family;
  private final List<PeerFactory> factories = new ArrayList<>();
  private final List<ListeningPort> ports = new ArrayList<>();
  private final List<Connector> connectors = new ArrayList<>();
  private int addresses;

  /** Creates an empty net, which is cleaned up with its rig. */
  public Net(Rig rig, Family family) {
    this.rig = rig;
    this.family = family;
    rig.cleanup(this::clear);
  }

  /** Returns a plain peer. */
  public Peer peer(String name) {
    return new Peer(rig, name);
  }

  /** Returns a peer that is notified of the end of each direction. */
  public HalfPeer halfPeer(String name) {
    return new HalfPeer(rig, name);
  }

  /** Returns a factory of plain peers. */
  public PeerFactory factory(String name) {
    return factory(name, () -> peer(name));
  }

  /** Returns a factory of given peers, or of no peers. */
  public PeerFactory factory(String name, Supplier<? extends @Nullable Peer> make) {
    PeerFactory factory = new PeerFactory(rig, name, make);
    factories.add(factory);
    return factory;
  }

  /** Listens on any free address. */
  public ListeningPort listen(PeerFactory factory) {
    return listen(freeAddress(), factory);
  }

  /** Listens on an address, which must not be taken. */
  public ListeningPort listen(SocketAddress address, PeerFactory factory) {
    ListeningPort port = rig.get(() -> bind(address, factory));
    ports.add(port);
    return port;
  }

  /** Listens on any free address, on the thread of the caller. */
  public ListeningPort listenHere(PeerFactory factory) throws BindFailedException {
    ListeningPort port = bind(freeAddress(), factory);
    ports.add(port);
    return port;
  }

  /** Tries to listen on an address. */
  public ListeningPort bind(SocketAddress address, PeerFactory factory) throws BindFailedException {
    return family.listen(rig, address, factory);
  }

  /** Connects to an address of the same reactor. */
  public Connector connect(SocketAddress address, PeerFactory factory) {
    return keep(() -> family.connect(rig, address, factory));
  }

  /** Connects to an address of the same reactor, on the thread of the caller. */
  public void connectHere(SocketAddress address, PeerFactory factory) {
    connectors.add(family.connect(rig, address, factory));
  }

  /** Connects to a port of a host. */
  public Connector connectTcp(String host, int port, PeerFactory factory, ConnectOptions options) {
    return keep(() -> rig.reactor(ReactorTcp.class).connectTcp(host, port, factory, options));
  }

  /** Makes a connection between two plain peers. */
  public Pair pair() {
    return pair(peer("client"), peer("server"));
  }

  /** Makes a connection between two peers. */
  public Pair pair(Peer client, Peer server) {
    ListeningPort port = listen(factory("server", () -> server));
    connect(port.address(), factory("client", () -> client));
    rig.await("both sides are told of the connection", () -> isReady(client) && isReady(server));
    return new Pair(client, server);
  }

  private boolean isReady(Peer peer) {
    return peer.isLost() || (peer.isMade() && family.isReady(peer));
  }

  /** Asserts that the client of a pair has aborted, and that the server hears of it. */
  public void expectAborted(Pair pair) {
    rig.await("both hear of the end", pair::isOver);
    rig.settle();
    List<String> expected =
        family.endsOfAborted().stream()
            .map(end -> "ConnectionAbortedException here, " + end.getSimpleName() + " there")
            .toList();
    Expect.oneOf("the ends", expected, pair.ends());
  }

  /** Returns an address at which nothing listens. */
  public SocketAddress deadAddress() {
    SocketAddress free = freeAddress();
    if (!family.isChosenByPort()) {
      return free;
    }
    ListeningPort port = rig.get(() -> bind(free, factory("nobody")));
    stop(port);
    return port.address();
  }

  /** Closes a port, and waits until it is closed. */
  public void stop(ListeningPort port) {
    Deferred<@Nullable Void> closed = rig.<Deferred<@Nullable Void>>get(port::stopListening);
    rig.value("the port is closed", closed);
  }

  private SocketAddress freeAddress() {
    addresses++;
    return family.free(rig.subject(), addresses);
  }

  private Connector keep(Callable<Connector> connect) {
    Connector connector = rig.get(connect);
    connectors.add(connector);
    return connector;
  }

  /** Ends all connections and attempts, and closes the ports. */
  private void clear() {
    if (factories.isEmpty()) {
      return;
    }
    factories.forEach(PeerFactory::calmDown);
    ports.forEach(this::stop);
    rig.run(() -> connectors.forEach(Connector::disconnect));
    rig.run(() -> peers().stream().filter(Peer::isConnected).forEach(Peer::abort));
    rig.await("all connections are over", () -> peers().stream().noneMatch(Peer::isConnected));
    rig.await("all factories are stopped", () -> factories.stream().allMatch(Net::isStopped));
  }

  private List<Peer> peers() {
    return factories.stream().flatMap(factory -> factory.made().stream()).toList();
  }

  private static boolean isStopped(PeerFactory factory) {
    return factory.count("started") == factory.count("stopped");
  }
}
