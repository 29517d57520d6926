// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import dev.assay.deferred.Deferred;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.ConnectionRefusedException;
import dev.assay.reactor.ListenOptions;
import dev.assay.reactor.ListeningPort;
import dev.assay.reactor.ReactorTcp;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** The checks of ports that accept connections. */
final class TcpListenChecks {
  static final List<ContractCheck> CHECKS =
      List.of(
          tcp(
              "address-tells-the-port",
              "A port returns its address; if no port was given, with the one that was chosen.",
              TcpListenChecks::addressTellsThePort),
          tcp(
              "any-free-port",
              "Ports that are chosen are all different.",
              TcpListenChecks::anyFreePort),
          tcp(
              "all-interfaces",
              "A port of all interfaces is reached at the subject's address.",
              TcpListenChecks::allInterfaces),
          tcp(
              "taken-is-refused",
              "To listen on a port that is taken throws BindFailedException, and starts no factory.",
              TcpListenChecks::taken),
          tcp(
              "foreign-interface-is-refused",
              "To listen on an address of another machine throws BindFailedException.",
              TcpListenChecks::foreignInterface),
          tcp(
              "port-out-of-range-is-refused",
              "A port below 0 or above 65535 is refused with IllegalArgumentException.",
              TcpListenChecks::portOutOfRange),
          tcp(
              "starts-the-factory",
              "The factory is started before listenTcp returns, and not stopped while it listens.",
              TcpListenChecks::startsTheFactory),
          tcp(
              "stop.stops-the-factory",
              "The factory is stopped when the port is closed.",
              TcpListenChecks::stopStopsTheFactory),
          tcp(
              "stop.refuses-from-then-on",
              "When the Deferred of stopListening fires, connections are refused.",
              TcpListenChecks::stopRefuses),
          tcp(
              "stop.frees-the-port",
              "When the Deferred of stopListening fires, the port is free again.",
              TcpListenChecks::stopFreesThePort),
          tcp(
              "stop.connections-stay",
              "Accepted connections stay open when the port is closed.",
              TcpListenChecks::connectionsStay),
          tcp(
              "stop.twice",
              "To close a port again has no further effect; the second Deferred fires as well.",
              TcpListenChecks::stopTwice),
          tcp(
              "stop.in-a-callback",
              "A port can be closed in a callback of the connection that it accepted.",
              TcpListenChecks::stopInACallback),
          tcp(
              "accepts-many-at-once",
              "Connections that are made at the same time are all accepted.",
              TcpListenChecks::acceptsManyAtOnce));

  private TcpListenChecks() {}

  private static ContractCheck tcp(String name, String meaning, ContractCheck.Body body) {
    return ContractCheck.of("tcp.listen." + name, meaning, body, ReactorTcp.class);
  }

  private static void addressTellsThePort(Rig rig) {
    ListeningPort chosen = rig.net().listen(rig.net().factory("server"));
    Expect.isTrue("the port that was chosen must not be 0", Net.portOf(chosen) != 0);
    Expect.equal(
        "the interface",
        rig.subject().host(),
        ((InetSocketAddress) chosen.address()).getAddress().getHostAddress());

    int number = rig.net().deadPort();
    ListeningPort asked = rig.net().listen(number, rig.net().factory("server"));
    Expect.equal("the port that was asked for", number, Net.portOf(asked));
  }

  private static void anyFreePort(Rig rig) {
    List<Integer> ports = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      ports.add(Net.portOf(rig.net().listen(rig.net().factory("server " + i))));
    }

    Expect.equal("different ports", 10L, ports.stream().distinct().count());
  }

  private static void allInterfaces(Rig rig) {
    PeerFactory servers = rig.net().factory("server");
    ListeningPort port = rig.get(() -> rig.net().tcp().listenTcp(0, servers));
    rig.net().connect(Net.portOf(port), rig.net().factory("client"));
    rig.await("the connection is accepted", () -> servers.made().size() == 1);

    rig.net().stop(port);
  }

  private static void taken(Rig rig) {
    int number = Net.portOf(rig.net().listen(rig.net().factory("server")));
    PeerFactory late = rig.net().factory("late server");

    rig.thrown(
        BindFailedException.class,
        "listenTcp on a port that is taken",
        () -> rig.net().tcp().listenTcp(number, late, rig.net().onHost()));
    Expect.equal("what the factory was told", List.of(), late.events());
  }

  private static void foreignInterface(Rig rig) {
    PeerFactory servers = rig.net().factory("server");

    rig.thrown(
        BindFailedException.class,
        "listenTcp on 192.0.2.1",
        () -> rig.net().tcp().listenTcp(0, servers, ListenOptions.DEFAULT.withHost("192.0.2.1")));
  }

  private static void portOutOfRange(Rig rig) {
    PeerFactory servers = rig.net().factory("server");
    for (int port : new int[] {-1, 65_536}) {
      rig.thrown(
          IllegalArgumentException.class,
          "listenTcp on port " + port,
          () -> rig.net().tcp().listenTcp(port, servers));
    }
  }

  private static void startsTheFactory(Rig rig) {
    PeerFactory servers = rig.net().factory("server");
    rig.run(
        () -> {
          rig.net().listen(servers);
          Expect.equal("what it was told", List.of("started"), servers.events());
        });
    rig.settle();

    Expect.equal("what it was told", List.of("started"), servers.events());
  }

  private static void stopStopsTheFactory(Rig rig) {
    PeerFactory servers = rig.net().factory("server");
    rig.net().stop(rig.net().listen(servers));
    rig.settle();

    Expect.equal("what it was told", List.of("started", "stopped"), servers.events());
  }

  private static void stopRefuses(Rig rig) {
    PeerFactory servers = rig.net().factory("server");
    ListeningPort port = rig.net().listen(servers);
    rig.net().stop(port);
    PeerFactory clients = rig.net().factory("client");
    rig.net().connect(Net.portOf(port), clients);
    rig.await("the attempt fails", () -> clients.reason() != null);

    Expect.isA(ConnectionRefusedException.class, "the failure", clients.reason());
  }

  private static void stopFreesThePort(Rig rig) {
    ListeningPort first = rig.net().listen(rig.net().factory("server"));
    PeerFactory next = rig.net().factory("next server");
    Deferred<ListeningPort> second =
        rig.get(
            () ->
                first
                    .stopListening()
                    .addCallback(done -> rig.net().listen(Net.portOf(first), next)));
    rig.value("one can listen again", second);
    rig.net().connect(Net.portOf(first), rig.net().factory("client"));

    rig.await("the connection is accepted", () -> next.made().size() == 1);
  }

  private static void connectionsStay(Rig rig) {
    Peer client = rig.net().peer("client");
    Peer server = rig.net().peer("server");
    ListeningPort port = rig.net().listen(rig.net().factory("server", () -> server));
    rig.net().connect(Net.portOf(port), rig.net().factory("client", () -> client));
    rig.await("both sides are told", () -> client.isMade() && server.isMade());
    rig.net().stop(port);
    rig.run(
        () -> {
          client.write("to the server");
          server.write("to the client");
        });
    rig.await("both hear", () -> server.received() == 13 && client.received() == 13);

    Expect.isTrue("no connection may be lost", !client.isLost() && !server.isLost());
  }

  private static void stopTwice(Rig rig) {
    PeerFactory servers = rig.net().factory("server");
    ListeningPort port = rig.net().listen(servers);
    Deferred<?> first = rig.get(port::stopListening);
    Deferred<?> second = rig.get(port::stopListening);
    rig.value("the first Deferred fires", first);
    rig.value("the second Deferred fires", second);
    rig.net().stop(port);

    Expect.equal("factoryStopped()", 1, servers.count("stopped"));
  }

  private static void stopInACallback(Rig rig) {
    List<ListeningPort> port = new ArrayList<>();
    Peer server =
        rig.net()
            .peer("server")
            .onMade(
                peer -> {
                  port.get(0).stopListening();
                  peer.write("welcome");
                });
    Peer client = rig.net().peer("client");
    PeerFactory servers = rig.net().factory("server", () -> server);
    rig.run(() -> port.add(rig.net().listen(servers)));
    rig.net().connect(Net.portOf(port.get(0)), rig.net().factory("client", () -> client));
    rig.await("the port is closed", () -> servers.was("stopped"));

    rig.await("the connection goes on", () -> client.text().equals("welcome"));
  }

  private static void acceptsManyAtOnce(Rig rig) {
    PeerFactory servers = rig.net().factory("server");
    PeerFactory clients = rig.net().factory("client");
    int port = Net.portOf(rig.net().listen(servers));
    rig.run(
        () -> {
          for (int i = 0; i < 30; i++) {
            rig.net().connect(port, clients);
          }
        });

    rig.await("all are accepted", () -> servers.made().size() + clients.made().size() == 60);
  }
}
