// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.stream;

import dev.assay.contract.peer.HalfPeer;
import dev.assay.contract.peer.Net;
import dev.assay.contract.peer.Pair;
import dev.assay.contract.peer.Pattern;
import dev.assay.contract.peer.Peer;
import dev.assay.contract.peer.PeerFactory;
import dev.assay.contract.peer.StreamRule;
import dev.assay.contract.rig.Expect;
import dev.assay.contract.rig.Rig;
import dev.assay.protocol.ConnectionLostException;
import java.net.SocketAddress;
import java.util.List;

/** The checks of protocols that throw. */
final class ErrorChecks {
  static final List<StreamRule> RULES =
      List.of(
          rule(
              "when-made",
              "What connectionMade throws is logged, and the connection is lost because of it.",
              ErrorChecks::whenMade),
          rule(
              "when-made-by-the-client",
              "What a client's connectionMade throws is logged, and its factory is notified of the loss.",
              ErrorChecks::whenMadeByTheClient),
          rule(
              "when-received",
              "What dataReceived throws is logged, and the connection is lost because of it.",
              ErrorChecks::whenReceived),
          rule(
              "nothing-is-received-afterwards",
              "A protocol that threw receives nothing more, and is notified of the loss once.",
              ErrorChecks::nothingIsReceivedAfterwards),
          rule(
              "when-lost",
              "What connectionLost throws is logged; the other side is still notified of the end.",
              ErrorChecks::whenLost),
          rule(
              "when-read-ends",
              "What readConnectionLost throws is logged, and the connection is lost because of it.",
              ErrorChecks::whenReadEnds),
          rule(
              "when-write-ends",
              "What writeConnectionLost throws is logged, and the connection is lost because of"
                  + " it.",
              ErrorChecks::whenWriteEnds),
          rule(
              "of-the-serious-kind",
              "An Error is treated like an exception.",
              ErrorChecks::ofTheSeriousKind),
          rule(
              "after-its-own-request-to-close",
              "A protocol that closes and then throws is lost because of what it threw.",
              ErrorChecks::afterItsOwnRequest),
          rule(
              "other-connections-go-on",
              "What one protocol throws does not affect other connections.",
              ErrorChecks::otherConnectionsGoOn),
          rule(
              "port-goes-on",
              "A port continues to accept when a protocol that it created has thrown.",
              ErrorChecks::portGoesOn));

  private ErrorChecks() {}

  private static StreamRule rule(String name, String meaning, StreamRule.Body body) {
    return StreamRule.of("error." + name, meaning, body);
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

  private static void whenMade(Rig rig, Net net) {
    Peer client = net.peer("client");
    Peer server = net.peer("server").onMade(peer -> rig.raise());
    net.pair(client, server);

    expectLost(rig, server, client, rig.error());
    Expect.equal(
        "what it was told", List.of("made", "lost ConnectionLostException"), server.events());
  }

  private static void whenMadeByTheClient(Rig rig, Net net) {
    Peer client = net.peer("client").onMade(peer -> rig.raise());
    PeerFactory clients = net.factory("client", () -> client);
    net.connect(net.listen(net.factory("server")).address(), clients);
    rig.await("the factory is stopped", () -> clients.was("stopped"));

    rig.logged(rig.error());
    Expect.equal(
        "what it was told", List.of("made", "lost ConnectionLostException"), client.events());
    Expect.equal(
        "what the factory was told",
        List.of("started", "connecting", "build", "lost ConnectionLostException", "stopped"),
        clients.events());
  }

  private static void whenReceived(Rig rig, Net net) {
    Peer server = net.peer("server").onData((peer, data) -> rig.raise());
    Pair pair = net.pair(net.peer("client"), server);
    rig.run(() -> pair.client().write("x"));

    expectLost(rig, server, pair.client(), rig.error());
  }

  private static void nothingIsReceivedAfterwards(Rig rig, Net net) {
    Peer server = net.peer("server").onData((peer, data) -> rig.raise());
    Pair pair = net.pair(net.peer("client"), server);
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

  private static void whenLost(Rig rig, Net net) {
    Peer client = net.peer("client").onLost(peer -> rig.raise());
    Pair pair = net.pair(client, net.peer("server"));
    rig.run(client::lose);
    rig.await("both hear of the end", pair::isOver);
    rig.settle();

    rig.logged(rig.error());
    Expect.equal(
        "the ends", "ConnectionDoneException here, ConnectionDoneException there", pair.ends());
  }

  private static void whenReadEnds(Rig rig, Net net) {
    HalfPeer server = net.halfPeer("server");
    server.onReadEnd(peer -> rig.raise());
    Pair pair = net.pair(net.peer("client"), server);
    rig.run(() -> pair.client().transport().loseWriteConnection());

    expectLost(rig, server, pair.client(), rig.error());
  }

  private static void whenWriteEnds(Rig rig, Net net) {
    HalfPeer client = net.halfPeer("client");
    client.onWriteEnd(peer -> rig.raise());
    Pair pair = net.pair(client, net.peer("server"));
    rig.run(() -> client.transport().loseWriteConnection());

    expectLost(rig, client, pair.server(), rig.error());
  }

  private static void raise(AssertionError error) {
    throw error;
  }

  private static void ofTheSeriousKind(Rig rig, Net net) {
    AssertionError error = new AssertionError("thrown by a protocol");
    Peer server = net.peer("server").onData((peer, data) -> raise(error));
    Pair pair = net.pair(net.peer("client"), server);
    rig.run(() -> pair.client().write("x"));

    expectLost(rig, server, pair.client(), error);
  }

  private static void afterItsOwnRequest(Rig rig, Net net) {
    Peer server =
        net.peer("server")
            .onData(
                (peer, data) -> {
                  peer.lose();
                  rig.raise();
                });
    Pair pair = net.pair(net.peer("client"), server);
    rig.run(() -> pair.client().write("x"));

    expectLost(rig, server, pair.client(), rig.error());
  }

  private static void otherConnectionsGoOn(Rig rig, Net net) {
    Pair other = net.pair();
    Peer server = net.peer("server").onData((peer, data) -> rig.raise());
    Pair pair = net.pair(net.peer("client"), server);
    rig.run(() -> pair.client().write("x"));
    expectLost(rig, server, pair.client(), rig.error());
    rig.run(() -> other.client().write("still here"));

    rig.await("the other server receives", () -> other.server().text().equals("still here"));
  }

  private static void portGoesOn(Rig rig, Net net) {
    PeerFactory servers =
        net.factory(
            "server",
            () ->
                net.peer("server")
                    .onMade(
                        peer -> {
                          if (!rig.hasSaid("thrown")) {
                            rig.say("thrown");
                            rig.raise();
                          }
                        }));
    SocketAddress address = net.listen(servers).address();
    net.connect(address, net.factory("client"));
    rig.await("the first one is lost", () -> servers.made().stream().anyMatch(Peer::isLost));
    rig.logged(rig.error());
    net.connect(address, net.factory("next client"));

    rig.await("the next one is accepted", () -> servers.made().size() == 2);
  }
}
