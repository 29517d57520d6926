// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.stream;

import dev.assay.contract.peer.Net;
import dev.assay.contract.peer.Peer;
import dev.assay.contract.peer.PeerFactory;
import dev.assay.contract.peer.StreamRule;
import dev.assay.contract.rig.Expect;
import dev.assay.contract.rig.Rig;
import dev.assay.deferred.Deferred;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.ConnectionRefusedException;
import dev.assay.reactor.ListeningPort;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;

/** The checks of ports that accept connections. */
final class ListenChecks {
  static final List<StreamRule> RULES =
      List.of(
          rule(
              "taken-is-refused",
              "To listen on an address that is taken throws BindFailedException, and starts no factory.",
              ListenChecks::taken),
          rule(
              "starts-the-factory",
              "The factory is started before the request returns, and not stopped while it listens.",
              ListenChecks::startsTheFactory),
          rule(
              "stop.stops-the-factory",
              "The factory is stopped when the port is closed.",
              ListenChecks::stopStopsTheFactory),
          rule(
              "stop.refuses-from-then-on",
              "When the Deferred of stopListening fires, connections are refused.",
              ListenChecks::stopRefuses),
          rule(
              "stop.frees-the-port",
              "When the Deferred of stopListening fires, the address is free again.",
              ListenChecks::stopFreesThePort),
          rule(
              "stop.connections-stay",
              "Accepted connections stay open when the port is closed.",
              ListenChecks::connectionsStay),
          rule(
              "stop.twice",
              "To close a port again has no further effect; the second Deferred fires as well.",
              ListenChecks::stopTwice),
          rule(
              "stop.in-a-callback",
              "A port can be closed in a callback of the connection that it accepted.",
              ListenChecks::stopInACallback),
          rule(
              "accepts-many-at-once",
              "Connections that are made at the same time are all accepted.",
              ListenChecks::acceptsManyAtOnce));

  private ListenChecks() {}

  private static StreamRule rule(String name, String meaning, StreamRule.Body body) {
    return StreamRule.of("listen." + name, meaning, body);
  }

  private static void taken(Rig rig, Net net) {
    SocketAddress address = net.listen(net.factory("server")).address();
    PeerFactory late = net.factory("late server");

    rig.thrown(
        BindFailedException.class,
        "listening on an address that is taken",
        () -> net.bind(address, late));
    Expect.equal("what the factory was told", List.of(), late.events());
  }

  private static void startsTheFactory(Rig rig, Net net) {
    PeerFactory servers = net.factory("server");
    rig.run(
        () -> {
          net.listen(servers);
          Expect.equal("what it was told", List.of("started"), servers.events());
        });
    rig.settle();

    Expect.equal("what it was told", List.of("started"), servers.events());
  }

  private static void stopStopsTheFactory(Rig rig, Net net) {
    PeerFactory servers = net.factory("server");
    net.stop(net.listen(servers));
    rig.settle();

    Expect.equal("what it was told", List.of("started", "stopped"), servers.events());
  }

  private static void stopRefuses(Rig rig, Net net) {
    PeerFactory servers = net.factory("server");
    ListeningPort port = net.listen(servers);
    net.stop(port);
    PeerFactory clients = net.factory("client");
    net.connect(port.address(), clients);
    rig.await("the attempt fails", () -> clients.reason() != null);

    Expect.isA(ConnectionRefusedException.class, "the failure", clients.reason());
  }

  private static void stopFreesThePort(Rig rig, Net net) {
    ListeningPort first = net.listen(net.factory("server"));
    PeerFactory next = net.factory("next server");
    Deferred<ListeningPort> second =
        rig.get(() -> first.stopListening().addCallback(done -> net.listen(first.address(), next)));
    rig.value("one can listen again", second);
    net.connect(first.address(), net.factory("client"));

    rig.await("the connection is accepted", () -> next.made().size() == 1);
  }

  private static void connectionsStay(Rig rig, Net net) {
    Peer client = net.peer("client");
    Peer server = net.peer("server");
    ListeningPort port = net.listen(net.factory("server", () -> server));
    net.connect(port.address(), net.factory("client", () -> client));
    rig.await("both sides are told", () -> client.isMade() && server.isMade());
    net.stop(port);
    rig.run(
        () -> {
          client.write("to the server");
          server.write("to the client");
        });
    rig.await("both hear", () -> server.received() == 13 && client.received() == 13);

    Expect.isTrue("no connection may be lost", !client.isLost() && !server.isLost());
  }

  private static void stopTwice(Rig rig, Net net) {
    PeerFactory servers = net.factory("server");
    ListeningPort port = net.listen(servers);
    Deferred<?> first = rig.get(port::stopListening);
    Deferred<?> second = rig.get(port::stopListening);
    rig.value("the first Deferred fires", first);
    rig.value("the second Deferred fires", second);
    net.stop(port);

    Expect.equal("factoryStopped()", 1, servers.count("stopped"));
  }

  private static void stopInACallback(Rig rig, Net net) {
    List<ListeningPort> port = new ArrayList<>();
    Peer server =
        net.peer("server")
            .onMade(
                peer -> {
                  port.get(0).stopListening();
                  peer.write("welcome");
                });
    Peer client = net.peer("client");
    PeerFactory servers = net.factory("server", () -> server);
    rig.run(() -> port.add(net.listen(servers)));
    net.connect(port.get(0).address(), net.factory("client", () -> client));
    rig.await("the port is closed", () -> servers.was("stopped"));

    rig.await("the connection goes on", () -> client.text().equals("welcome"));
  }

  private static void acceptsManyAtOnce(Rig rig, Net net) {
    PeerFactory servers = net.factory("server");
    PeerFactory clients = net.factory("client");
    SocketAddress address = net.listen(servers).address();
    rig.run(
        () -> {
          for (int i = 0; i < 30; i++) {
            net.connect(address, clients);
          }
        });

    rig.await("all are accepted", () -> servers.made().size() + clients.made().size() == 60);
  }
}
