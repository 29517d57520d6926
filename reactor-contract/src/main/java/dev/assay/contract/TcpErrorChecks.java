// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import dev.assay.protocol.ConnectionLostException;
import dev.assay.reactor.ReactorTcp;
import java.util.List;

/** The checks of protocols that throw. */
final class TcpErrorChecks {
  static final List<ContractCheck> CHECKS =
      List.of(
          tcp(
              "when-made",
              "What connectionMade throws is logged, and the connection is lost because of it.",
              TcpErrorChecks::whenMade),
          tcp(
              "when-made-by-the-client",
              "What a client's connectionMade throws is logged, and its factory is notified of the loss.",
              TcpErrorChecks::whenMadeByTheClient),
          tcp(
              "when-received",
              "What dataReceived throws is logged, and the connection is lost because of it.",
              TcpErrorChecks::whenReceived),
          tcp(
              "nothing-is-received-afterwards",
              "A protocol that threw receives nothing more, and is notified of the loss once.",
              TcpErrorChecks::nothingIsReceivedAfterwards),
          tcp(
              "when-lost",
              "What connectionLost throws is logged; the other side is still notified of the end.",
              TcpErrorChecks::whenLost),
          tcp(
              "when-read-ends",
              "What readConnectionLost throws is logged, and the connection is lost because of it.",
              TcpErrorChecks::whenReadEnds),
          tcp(
              "when-write-ends",
              "What writeConnectionLost throws is logged, and the connection is lost because of"
                  + " it.",
              TcpErrorChecks::whenWriteEnds),
          tcp(
              "of-the-serious-kind",
              "An Error is treated like an exception.",
              TcpErrorChecks::ofTheSeriousKind),
          tcp(
              "after-its-own-request-to-close",
              "A protocol that closes and then throws is lost because of what it threw.",
              TcpErrorChecks::afterItsOwnRequest),
          tcp(
              "other-connections-go-on",
              "What one protocol throws does not affect other connections.",
              TcpErrorChecks::otherConnectionsGoOn),
          tcp(
              "port-goes-on",
              "A port continues to accept when a protocol that it created has thrown.",
              TcpErrorChecks::portGoesOn));

  private TcpErrorChecks() {}

  private static ContractCheck tcp(String name, String meaning, ContractCheck.Body body) {
    return ContractCheck.of("tcp.error." + name, meaning, body, ReactorTcp.class);
  }

  /**
   * Asserts that a side was lost because it threw, and that the other side was notified of an end.
   */
  private static void expectLost(Rig rig, Peer thrower, Peer other, Throwable error) {
    rig.await("both hear of the end", () -> thrower.isLost() && other.isLost());
    rig.settle();
    Expect.equal("the sort of end", ConnectionLostException.class, thrower.reason().getClass());
    Expect.equal("its cause", error, thrower.reason().getCause());
    rig.logged(error);
  }

  private static void whenMade(Rig rig) {
    Peer client = rig.net().peer("client");
    Peer server = rig.net().peer("server").onMade(peer -> rig.raise());
    rig.net().pair(client, server);

    expectLost(rig, server, client, rig.error());
    Expect.equal(
        "what it was told", List.of("made", "lost ConnectionLostException"), server.events());
  }

  private static void whenMadeByTheClient(Rig rig) {
    Peer client = rig.net().peer("client").onMade(peer -> rig.raise());
    PeerFactory clients = rig.net().factory("client", () -> client);
    rig.net().connect(Net.portOf(rig.net().listen(rig.net().factory("server"))), clients);
    rig.await("the factory is stopped", () -> clients.was("stopped"));

    rig.logged(rig.error());
    Expect.equal(
        "what it was told", List.of("made", "lost ConnectionLostException"), client.events());
    Expect.equal(
        "what the factory was told",
        List.of("started", "connecting", "build", "lost ConnectionLostException", "stopped"),
        clients.events());
  }

  private static void whenReceived(Rig rig) {
    Peer server = rig.net().peer("server").onData((peer, data) -> rig.raise());
    Pair pair = rig.net().pair(rig.net().peer("client"), server);
    rig.run(() -> pair.client().write("x"));

    expectLost(rig, server, pair.client(), rig.error());
  }

  private static void nothingIsReceivedAfterwards(Rig rig) {
    Peer server = rig.net().peer("server").onData((peer, data) -> rig.raise());
    Pair pair = rig.net().pair(rig.net().peer("client"), server);
    rig.run(
        () -> {
          pair.client().transport().write(Pattern.bytes(0, 300_000));
          pair.client().lose();
        });

    expectLost(rig, server, pair.client(), rig.error());
    Expect.equal("the number of pieces", 1, server.chunks().size());
    Expect.equal(
        "what it was told",
        List.of("made", "data", "lost ConnectionLostException"),
        server.events());
  }

  private static void whenLost(Rig rig) {
    Peer client = rig.net().peer("client").onLost(peer -> rig.raise());
    Pair pair = rig.net().pair(client, rig.net().peer("server"));
    rig.run(client::lose);
    rig.await("both hear of the end", pair::isOver);
    rig.settle();

    rig.logged(rig.error());
    Expect.equal(
        "the ends", "ConnectionDoneException here, ConnectionDoneException there", pair.ends());
  }

  private static void whenReadEnds(Rig rig) {
    HalfPeer server = rig.net().halfPeer("server");
    server.onReadEnd(peer -> rig.raise());
    Pair pair = rig.net().pair(rig.net().peer("client"), server);
    rig.run(() -> pair.client().transport().loseWriteConnection());

    expectLost(rig, server, pair.client(), rig.error());
  }

  private static void whenWriteEnds(Rig rig) {
    HalfPeer client = rig.net().halfPeer("client");
    client.onWriteEnd(peer -> rig.raise());
    Pair pair = rig.net().pair(client, rig.net().peer("server"));
    rig.run(() -> client.transport().loseWriteConnection());

    expectLost(rig, client, pair.server(), rig.error());
  }

  private static void raise(AssertionError error) {
    throw error;
  }

  private static void ofTheSeriousKind(Rig rig) {
    AssertionError error = new AssertionError("thrown by a protocol");
    Peer server = rig.net().peer("server").onData((peer, data) -> raise(error));
    Pair pair = rig.net().pair(rig.net().peer("client"), server);
    rig.run(() -> pair.client().write("x"));

    expectLost(rig, server, pair.client(), error);
  }

  private static void afterItsOwnRequest(Rig rig) {
    Peer server =
        rig.net()
            .peer("server")
            .onData(
                (peer, data) -> {
                  peer.lose();
                  rig.raise();
                });
    Pair pair = rig.net().pair(rig.net().peer("client"), server);
    rig.run(() -> pair.client().write("x"));

    expectLost(rig, server, pair.client(), rig.error());
  }

  private static void otherConnectionsGoOn(Rig rig) {
    Pair other = rig.net().pair();
    Peer server = rig.net().peer("server").onData((peer, data) -> rig.raise());
    Pair pair = rig.net().pair(rig.net().peer("client"), server);
    rig.run(() -> pair.client().write("x"));
    expectLost(rig, server, pair.client(), rig.error());
    rig.run(() -> other.client().write("still here"));

    rig.await("the other server receives", () -> other.server().text().equals("still here"));
  }

  private static void portGoesOn(Rig rig) {
    PeerFactory servers =
        rig.net()
            .factory(
                "server",
                () ->
                    rig.net()
                        .peer("server")
                        .onMade(
                            peer -> {
                              if (!rig.hasSaid("thrown")) {
                                rig.say("thrown");
                                rig.raise();
                              }
                            }));
    int port = Net.portOf(rig.net().listen(servers));
    rig.net().connect(port, rig.net().factory("client"));
    rig.await("the first one is lost", () -> servers.made().stream().anyMatch(Peer::isLost));
    rig.logged(rig.error());
    rig.net().connect(port, rig.net().factory("next client"));

    rig.await("the next one is accepted", () -> servers.made().size() == 2);
  }
}
