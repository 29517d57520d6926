// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import dev.assay.reactor.ListeningPort;
import dev.assay.reactor.ReactorTcp;
import java.util.List;

/** The checks of calls to factories, and of factories that create no protocol. */
final class TcpFactoryChecks {
  static final List<ContractCheck> CHECKS =
      List.of(
          tcp(
              "client-hears-of-the-loss",
              "A client's factory is notified of the loss, and then stopped.",
              TcpFactoryChecks::clientHearsOfTheLoss),
          tcp(
              "protocol-hears-first",
              "A client's protocol is notified of the loss before its factory is.",
              TcpFactoryChecks::protocolHearsFirst),
          tcp(
              "each-port-starts-it",
              "A factory is started by each port that uses it, and stopped by each that closes.",
              TcpFactoryChecks::eachPortStartsIt),
          tcp(
              "each-connector-starts-it",
              "A factory is started by each connector that uses it, and stopped when each ends.",
              TcpFactoryChecks::eachConnectorStartsIt),
          tcp(
              "no-protocol-at-the-server",
              "If the server's factory returns no protocol, the client is notified of the end.",
              TcpFactoryChecks::noProtocolAtTheServer),
          tcp(
              "no-protocol-at-the-client",
              "If the client's factory returns no protocol, it is notified of a loss, as the server is.",
              TcpFactoryChecks::noProtocolAtTheClient),
          tcp(
              "throws-at-the-server",
              "What a server's factory throws is logged; the port continues to accept.",
              TcpFactoryChecks::throwsAtTheServer),
          tcp(
              "throws-at-the-client",
              "What a client's factory throws is logged; the factory is notified of a loss and stopped.",
              TcpFactoryChecks::throwsAtTheClient),
          tcp(
              "throws-when-told-of-a-failure",
              "What a factory throws when an attempt fails is logged, and the factory is still stopped.",
              TcpFactoryChecks::throwsWhenToldOfAFailure),
          tcp(
              "throws-when-told-of-a-loss",
              "What a factory throws when a connection is lost is logged, and the factory is still stopped.",
              TcpFactoryChecks::throwsWhenToldOfALoss),
          tcp(
              "one-protocol-each",
              "A factory is asked for one protocol for each connection.",
              TcpFactoryChecks::oneProtocolEach));

  private TcpFactoryChecks() {}

  private static ContractCheck tcp(String name, String meaning, ContractCheck.Body body) {
    return ContractCheck.of("tcp.factory." + name, meaning, body, ReactorTcp.class);
  }

  private static void expectEnded(PeerFactory clients, String reason) {
    Expect.equal(
        "what the client's factory was told",
        List.of("started", "connecting", "build", "lost " + reason, "stopped"),
        clients.events());
  }

  private static void clientHearsOfTheLoss(Rig rig) {
    PeerFactory servers =
        rig.net().factory("server", () -> rig.net().peer("server").onMade(Peer::lose));
    PeerFactory clients = rig.net().factory("client");
    rig.net().connect(Net.portOf(rig.net().listen(servers)), clients);
    rig.await("the client's factory is stopped", () -> clients.was("stopped"));
    rig.settle();

    expectEnded(clients, "ConnectionDoneException");
    Expect.equal("the reason", clients.made().get(0).reason(), clients.reason());
  }

  private static void protocolHearsFirst(Rig rig) {
    Peer client = rig.net().peer("client").onMade(Peer::lose).onLost(peer -> rig.say("protocol"));
    PeerFactory clients =
        rig.net().factory("client", () -> client).onLost((c, reason) -> rig.say("factory"));
    rig.net().connect(Net.portOf(rig.net().listen(rig.net().factory("server"))), clients);
    rig.await("the client's factory is stopped", () -> clients.was("stopped"));

    Expect.equal("the order", List.of("protocol", "factory"), rig.said());
  }

  private static void eachPortStartsIt(Rig rig) {
    PeerFactory servers = rig.net().factory("server");
    ListeningPort first = rig.net().listen(servers);
    ListeningPort second = rig.net().listen(servers);
    Expect.equal("what it was told", List.of("started", "started"), servers.events());
    rig.net().stop(first);
    rig.await("it is stopped once", () -> servers.count("stopped") == 1);
    rig.net().stop(second);
    rig.await("it is stopped again", () -> servers.count("stopped") == 2);
  }

  private static void eachConnectorStartsIt(Rig rig) {
    PeerFactory clients = rig.net().factory("client");
    int port = rig.net().deadPort();
    rig.net().connect(port, clients);
    rig.net().connect(port, clients);
    rig.await("it is stopped twice", () -> clients.count("stopped") == 2);

    Expect.equal("factoryStarted()", 2, clients.count("started"));
  }

  private static void noProtocolAtTheServer(Rig rig) {
    PeerFactory servers = rig.net().factory("server", () -> null);
    PeerFactory clients = rig.net().factory("client");
    rig.net().connect(Net.portOf(rig.net().listen(servers)), clients);
    rig.await("the client's factory is stopped", () -> clients.was("stopped"));

    Expect.equal(
        "what the client was told",
        List.of("made", "lost ConnectionDoneException"),
        clients.made().get(0).events());
  }

  private static void noProtocolAtTheClient(Rig rig) {
    PeerFactory servers = rig.net().factory("server");
    PeerFactory clients = rig.net().factory("client", () -> null);
    rig.net().connect(Net.portOf(rig.net().listen(servers)), clients);
    rig.await("the client's factory is stopped", () -> clients.was("stopped"));
    rig.await("the server is told", () -> servers.made().stream().anyMatch(Peer::isLost));

    expectEnded(clients, "ConnectionDoneException");
    Expect.equal(
        "what the server was told",
        List.of("made", "lost ConnectionDoneException"),
        servers.made().get(0).events());
  }

  private static void throwsAtTheServer(Rig rig) {
    PeerFactory servers =
        rig.net()
            .factory(
                "server",
                () -> {
                  if (!rig.hasSaid("thrown")) {
                    rig.say("thrown");
                    rig.raise();
                  }
                  return rig.net().peer("server");
                });
    int port = Net.portOf(rig.net().listen(servers));
    PeerFactory clients = rig.net().factory("client");
    rig.net().connect(port, clients);
    rig.await("the client's factory is stopped", () -> clients.was("stopped"));
    rig.logged(rig.error());

    rig.net().connect(port, rig.net().factory("next client"));
    rig.await("the next one is accepted", () -> servers.made().size() == 1);
  }

  private static void throwsAtTheClient(Rig rig) {
    PeerFactory servers = rig.net().factory("server");
    PeerFactory clients =
        rig.net()
            .factory(
                "client",
                () -> {
                  rig.raise();
                  return null;
                });
    rig.net().connect(Net.portOf(rig.net().listen(servers)), clients);
    rig.await("the client's factory is stopped", () -> clients.was("stopped"));
    rig.await("the server is told", () -> servers.made().stream().anyMatch(Peer::isLost));

    rig.logged(rig.error());
    expectEnded(clients, "ConnectionDoneException");
  }

  private static void throwsWhenToldOfAFailure(Rig rig) {
    PeerFactory clients = rig.net().factory("client").onFailed((connector, failure) -> rig.raise());
    rig.net().connect(rig.net().deadPort(), clients);
    rig.await("the client's factory is stopped", () -> clients.was("stopped"));

    rig.logged(rig.error());
  }

  private static void throwsWhenToldOfALoss(Rig rig) {
    PeerFactory clients =
        rig.net()
            .factory("client", () -> rig.net().peer("client").onMade(Peer::lose))
            .onLost((connector, reason) -> rig.raise());
    rig.net().connect(Net.portOf(rig.net().listen(rig.net().factory("server"))), clients);
    rig.await("the client's factory is stopped", () -> clients.was("stopped"));

    rig.logged(rig.error());
  }

  private static void oneProtocolEach(Rig rig) {
    PeerFactory servers = rig.net().factory("server");
    PeerFactory clients = rig.net().factory("client");
    int port = Net.portOf(rig.net().listen(servers));
    for (int i = 0; i < 5; i++) {
      rig.net().connect(port, clients);
    }
    rig.await("all are accepted", () -> servers.made().size() + clients.made().size() == 10);
    rig.settle();

    Expect.equal("protocols of the server", 5, servers.count("build"));
    Expect.equal("protocols of the clients", 5, clients.count("build"));
  }
}
