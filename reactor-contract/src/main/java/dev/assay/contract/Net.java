// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import static java.util.Objects.requireNonNull;

import dev.assay.deferred.Deferred;
import dev.assay.protocol.Connector;
import dev.assay.reactor.ConnectOptions;
import dev.assay.reactor.ListenOptions;
import dev.assay.reactor.ListeningPort;
import dev.assay.reactor.ReactorTcp;
import dev.assay.reactor.ReactorUnix;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The connections and ports of a check, and short methods to create them. */
final class Net {
  private final Rig rig;
  private final List<PeerFactory> factories = new ArrayList<>();
  private final List<ListeningPort> ports = new ArrayList<>();
  private final List<Connector> connectors = new ArrayList<>();

  Net(Rig rig) {
    this.rig = rig;
  }

  Peer peer(String name) {
    return new Peer(rig, name);
  }

  HalfPeer halfPeer(String name) {
    return new HalfPeer(rig, name);
  }

  /** Returns a factory of plain peers. */
  PeerFactory factory(String name) {
    return factory(name, () -> peer(name));
  }

  PeerFactory factory(String name, Supplier<? extends @Nullable Peer> make) {
    PeerFactory factory = new PeerFactory(rig, name, make);
    factories.add(factory);
    return factory;
  }

  /** Listens on any free port of the subject's address. */
  ListeningPort listen(PeerFactory factory) {
    return listen(0, factory);
  }

  ListeningPort listen(int port, PeerFactory factory) {
    return keep(() -> tcp().listenTcp(port, factory, onHost()));
  }

  ListeningPort listenUnix(String path, PeerFactory factory) {
    return keep(() -> rig.reactor(ReactorUnix.class).listenUnix(path, factory));
  }

  ListenOptions onHost() {
    return ListenOptions.DEFAULT.withHost(rig.subject().host());
  }

  /** Connects to a port of the same reactor. */
  Connector connect(int port, PeerFactory factory) {
    return connect(rig.subject().host(), port, factory, ConnectOptions.DEFAULT);
  }

  Connector connect(String host, int port, PeerFactory factory, ConnectOptions options) {
    Connector connector = rig.get(() -> tcp().connectTcp(host, port, factory, options));
    connectors.add(connector);
    return connector;
  }

  Connector connectUnix(String path, PeerFactory factory) {
    Connector connector = rig.get(() -> rig.reactor(ReactorUnix.class).connectUnix(path, factory));
    connectors.add(connector);
    return connector;
  }

  /** Makes a connection between two plain peers. */
  Pair pair() {
    return pair(peer("client"), peer("server"));
  }

  Pair pair(Peer client, Peer server) {
    ListeningPort port = listen(factory("server", () -> server));
    connect(portOf(port), factory("client", () -> client));
    return made(client, server);
  }

  /** Makes a connection between two plain peers over a path. */
  Pair unixPair(String path) {
    return unixPair(path, peer("client"), peer("server"));
  }

  Pair unixPair(String path, Peer client, Peer server) {
    listenUnix(path, factory("server", () -> server));
    connectUnix(path, factory("client", () -> client));
    return made(client, server);
  }

  /** Returns a port at which nothing listens. */
  int deadPort() {
    ListeningPort port = rig.get(() -> tcp().listenTcp(0, factory("nobody"), onHost()));
    stop(port);
    return portOf(port);
  }

  void stop(ListeningPort port) {
    Deferred<@Nullable Void> closed = rig.<Deferred<@Nullable Void>>get(port::stopListening);
    rig.value("the port is closed", closed);
  }

  static int portOf(ListeningPort port) {
    return ((InetSocketAddress) port.address()).getPort();
  }

  ReactorTcp tcp() {
    return rig.reactor(ReactorTcp.class);
  }

  InetSocketAddress blackHole() {
    return requireNonNull(rig.subject().blackHole());
  }

  /** Ends all connections and attempts, and closes the ports. */
  void clear() {
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

  private Pair made(Peer client, Peer server) {
    rig.await("both sides are told of the connection", () -> client.isMade() && server.isMade());
    return new Pair(client, server);
  }

  private ListeningPort keep(Callable<ListeningPort> listen) {
    ListeningPort port = rig.get(listen);
    ports.add(port);
    return port;
  }
}
