// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import dev.assay.reactor.ReactorTcp;
import java.util.List;
import java.util.function.Consumer;

/** The checks of protocols that end their connection in the middle of an event. */
final class TcpReentryChecks {
  static final List<ContractCheck> CHECKS =
      List.of(
          tcp(
              "close.when-made",
              "A protocol can close as soon as the connection is made.",
              TcpReentryChecks::closeWhenMade),
          tcp(
              "close.when-received",
              "A protocol can answer and close when it receives.",
              TcpReentryChecks::closeWhenReceived),
          tcp(
              "close.when-lost-is-nothing",
              "Requests inside connectionLost have no effect.",
              TcpReentryChecks::closeWhenLost),
          tcp(
              "abort.when-made",
              "A protocol can abort as soon as the connection is made.",
              TcpReentryChecks::abortWhenMade),
          tcp(
              "abort.when-received",
              "A protocol can abort when it receives.",
              TcpReentryChecks::abortWhenReceived));

  private TcpReentryChecks() {}

  private static ContractCheck tcp(String name, String meaning, ContractCheck.Body body) {
    return ContractCheck.of("tcp." + name, meaning, body, ReactorTcp.class);
  }

  private static void closeWhenMade(Rig rig) {
    Consumer<Peer> closing =
        peer -> {
          peer.lose();
          rig.say("asked");
        };
    Peer client = rig.net().peer("client").onMade(closing).onLost(peer -> rig.say("lost"));
    Pair pair = rig.net().pair(client, rig.net().peer("server"));

    TcpCloseChecks.expectBothDone(rig, pair);
    Expect.equal("the order", List.of("asked", "lost"), rig.said());
  }

  private static void closeWhenReceived(Rig rig) {
    Peer server =
        rig.net()
            .peer("server")
            .onData(
                (peer, data) -> {
                  peer.write("bye");
                  peer.lose();
                  Expect.isTrue("connectionLost must not come inside", !peer.isLost());
                });
    Pair pair = rig.net().pair(rig.net().peer("client"), server);
    rig.run(() -> pair.client().write("x"));

    TcpCloseChecks.expectBothDone(rig, pair);
    Expect.equal("what the client received", "bye", pair.client().text());
  }

  private static void closeWhenLost(Rig rig) {
    Consumer<Peer> requests =
        peer -> {
          peer.write("too late");
          peer.lose();
          peer.abort();
          peer.transport().loseWriteConnection();
          peer.transport().pauseProducing();
          peer.transport().resumeProducing();
        };
    Peer client = rig.net().peer("client").onLost(requests);
    Peer server = rig.net().peer("server").onLost(requests);
    Pair pair = rig.net().pair(client, server);
    rig.run(() -> client.lose());

    TcpCloseChecks.expectBothDone(rig, pair);
    Expect.equal("what arrived", "", client.text() + server.text());
    Expect.equal(
        "what the client was told",
        List.of("made", "lost ConnectionDoneException"),
        client.events());
  }

  private static void abortWhenMade(Rig rig) {
    Peer client =
        rig.net()
            .peer("client")
            .onMade(
                peer -> {
                  peer.abort();
                  rig.say("asked");
                })
            .onLost(peer -> rig.say("lost"));
    PeerFactory clients = rig.net().factory("client", () -> client);
    rig.net().connect(Net.portOf(rig.net().listen(rig.net().factory("server"))), clients);
    rig.await("the factory is stopped", () -> clients.was("stopped"));

    Expect.equal("the order", List.of("asked", "lost"), rig.said());
    Expect.equal(
        "what the client was told",
        List.of("made", "lost ConnectionAbortedException"),
        client.events());
  }

  private static void abortWhenReceived(Rig rig) {
    Peer server =
        rig.net()
            .peer("server")
            .onData(
                (peer, data) -> {
                  peer.abort();
                  Expect.isTrue("connectionLost must not come inside", !peer.isLost());
                });
    Pair pair = rig.net().pair(rig.net().peer("client"), server);
    rig.run(() -> pair.client().transport().write(Pattern.bytes(0, 300_000)));

    TcpAbortChecks.expectAborted(rig, pair.swapped());
    Expect.equal("the pieces that the server received", 1, server.chunks().size());
  }
}
