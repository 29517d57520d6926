// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.stream;

import dev.assay.contract.peer.Net;
import dev.assay.contract.peer.Peer;
import dev.assay.contract.peer.PeerFactory;
import dev.assay.contract.peer.StreamRule;
import dev.assay.contract.rig.Expect;
import dev.assay.contract.rig.Rig;
import dev.assay.reactor.ListeningPort;
import java.net.SocketAddress;
import java.util.List;

/** The checks of calls to factories, and of factories that create no protocol. */
final class FactoryChecks {
  static final List<StreamRule> RULES =
      List.of(
          rule(
              "client-hears-of-the-loss",
              "A client's factory is notified of the loss, and then stopped.",
              FactoryChecks::clientHearsOfTheLoss),
          rule(
              "protocol-hears-first",
              "A client's protocol is notified of the loss before its factory is.",
              FactoryChecks::protocolHearsFirst),
          rule(
              "each-port-starts-it",
              "A factory is started by each port that uses it, and stopped by each that closes.",
              FactoryChecks::eachPortStartsIt),
          rule(
              "each-connector-starts-it",
              "A factory is started by each connector that uses it, and stopped when each ends.",
              FactoryChecks::eachConnectorStartsIt),
          rule(
              "no-protocol-at-the-server",
              "If the server's factory returns no protocol, the client is notified of the end.",
              FactoryChecks::noProtocolAtTheServer),
          rule(
              "no-protocol-at-the-client",
              "If the client's factory returns no protocol, it is notified of a loss, as the server is.",
              FactoryChecks::noProtocolAtTheClient),
          rule(
              "throws-at-the-server",
              "What a server's factory throws is logged; the port continues to accept.",
              FactoryChecks::throwsAtTheServer),
          rule(
              "throws-at-the-client",
              "What a client's factory throws is logged; the factory is notified of a loss and stopped.",
              FactoryChecks::throwsAtTheClient),
          rule(
              "throws-when-told-of-a-failure",
              "What a factory throws when an attempt fails is logged, and the factory is still stopped.",
              FactoryChecks::throwsWhenToldOfAFailure),
          rule(
              "throws-when-told-of-a-loss",
              "What a factory throws when a connection is lost is logged, and the factory is still stopped.",
              FactoryChecks::throwsWhenToldOfALoss),
          rule(
              "one-protocol-each",
              "A factory is asked for one protocol for each connection.",
              FactoryChecks::oneProtocolEach));

  private FactoryChecks() {}

  private static StreamRule rule(String name, String meaning, StreamRule.Body body) {
    return StreamRule.of("factory." + name, meaning, body);
  }

  private static void expectEnded(PeerFactory clients, String reason) {
    Expect.equal(
        "what the client's factory was told",
        List.of("started", "connecting", "build", "lost " + reason, "stopped"),
        clients.events());
  }

  private static void clientHearsOfTheLoss(Rig rig, Net net) {
    PeerFactory servers = net.factory("server", () -> net.peer("server").onMade(Peer::lose));
    PeerFactory clients = net.factory("client");
    net.connect(net.listen(servers).address(), clients);
    rig.await("the client's factory is stopped", () -> clients.was("stopped"));
    rig.settle();

    expectEnded(clients, "ConnectionDoneException");
    Expect.equal("the reason", clients.made().get(0).reason(), clients.reason());
  }

  private static void protocolHearsFirst(Rig rig, Net net) {
    Peer client = net.peer("client").onMade(Peer::lose).onLost(peer -> rig.say("protocol"));
    PeerFactory clients =
        net.factory("client", () -> client).onLost((c, reason) -> rig.say("factory"));
    net.connect(net.listen(net.factory("server")).address(), clients);
    rig.await("the client's factory is stopped", () -> clients.was("stopped"));

    Expect.equal("the order", List.of("protocol", "factory"), rig.said());
  }

  private static void eachPortStartsIt(Rig rig, Net net) {
    PeerFactory servers = net.factory("server");
    ListeningPort first = net.listen(servers);
    ListeningPort second = net.listen(servers);
    Expect.equal("what it was told", List.of("started", "started"), servers.events());
    net.stop(first);
    rig.await("it is stopped once", () -> servers.count("stopped") == 1);
    net.stop(second);
    rig.await("it is stopped again", () -> servers.count("stopped") == 2);
  }

  private static void eachConnectorStartsIt(Rig rig, Net net) {
    PeerFactory clients = net.factory("client");
    SocketAddress address = net.deadAddress();
    net.connect(address, clients);
    net.connect(address, clients);
    rig.await("it is stopped twice", () -> clients.count("stopped") == 2);

    Expect.equal("factoryStarted()", 2, clients.count("started"));
  }

  private static void noProtocolAtTheServer(Rig rig, Net net) {
    PeerFactory servers = net.factory("server", () -> null);
    PeerFactory clients = net.factory("client");
    net.connect(net.listen(servers).address(), clients);
    rig.await("the client's factory is stopped", () -> clients.was("stopped"));

    Expect.equal(
        "what the client was told",
        List.of("made", "lost ConnectionDoneException"),
        clients.made().get(0).events());
  }

  private static void noProtocolAtTheClient(Rig rig, Net net) {
    PeerFactory servers = net.factory("server");
    PeerFactory clients = net.factory("client", () -> null);
    net.connect(net.listen(servers).address(), clients);
    rig.await("the client's factory is stopped", () -> clients.was("stopped"));
    rig.await("the server is told", () -> servers.made().stream().anyMatch(Peer::isLost));

    expectEnded(clients, "ConnectionDoneException");
    Expect.equal(
        "what the server was told",
        List.of("made", "lost ConnectionDoneException"),
        servers.made().get(0).events());
  }

  private static void throwsAtTheServer(Rig rig, Net net) {
    PeerFactory servers =
        net.factory(
            "server",
            () -> {
              if (!rig.hasSaid("thrown")) {
                rig.say("thrown");
                rig.raise();
              }
              return net.peer("server");
            });
    SocketAddress address = net.listen(servers).address();
    PeerFactory clients = net.factory("client");
    net.connect(address, clients);
    rig.await("the client's factory is stopped", () -> clients.was("stopped"));
    rig.logged(rig.error());

    net.connect(address, net.factory("next client"));
    rig.await("the next one is accepted", () -> servers.made().size() == 1);
  }

  private static void throwsAtTheClient(Rig rig, Net net) {
    PeerFactory servers = net.factory("server");
    PeerFactory clients =
        net.factory(
            "client",
            () -> {
              rig.raise();
              return null;
            });
    net.connect(net.listen(servers).address(), clients);
    rig.await("the client's factory is stopped", () -> clients.was("stopped"));
    rig.await("the server is told", () -> servers.made().stream().anyMatch(Peer::isLost));

    rig.logged(rig.error());
    expectEnded(clients, "ConnectionDoneException");
  }

  private static void throwsWhenToldOfAFailure(Rig rig, Net net) {
    PeerFactory clients = net.factory("client").onFailed((connector, failure) -> rig.raise());
    net.connect(net.deadAddress(), clients);
    rig.await("the client's factory is stopped", () -> clients.was("stopped"));

    rig.logged(rig.error());
  }

  private static void throwsWhenToldOfALoss(Rig rig, Net net) {
    PeerFactory clients =
        net.factory("client", () -> net.peer("client").onMade(Peer::lose))
            .onLost((connector, reason) -> rig.raise());
    net.connect(net.listen(net.factory("server")).address(), clients);
    rig.await("the client's factory is stopped", () -> clients.was("stopped"));

    rig.logged(rig.error());
  }

  private static void oneProtocolEach(Rig rig, Net net) {
    PeerFactory servers = net.factory("server");
    PeerFactory clients = net.factory("client");
    SocketAddress address = net.listen(servers).address();
    for (int i = 0; i < 5; i++) {
      net.connect(address, clients);
    }
    rig.await("all are accepted", () -> servers.made().size() + clients.made().size() == 10);
    rig.settle();

    Expect.equal("protocols of the server", 5, servers.count("build"));
    Expect.equal("protocols of the clients", 5, clients.count("build"));
  }
}
