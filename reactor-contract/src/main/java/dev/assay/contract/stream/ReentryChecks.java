// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.stream;

import dev.assay.contract.peer.Net;
import dev.assay.contract.peer.Pair;
import dev.assay.contract.peer.Pattern;
import dev.assay.contract.peer.Peer;
import dev.assay.contract.peer.PeerFactory;
import dev.assay.contract.peer.StreamRule;
import dev.assay.contract.rig.Expect;
import dev.assay.contract.rig.Rig;
import java.util.List;
import java.util.function.Consumer;

/** The checks of protocols that end their connection in the middle of an event. */
final class ReentryChecks {
  static final List<StreamRule> RULES =
      List.of(
          rule(
              "close.when-made",
              "A protocol can close as soon as the connection is made.",
              ReentryChecks::closeWhenMade),
          rule(
              "close.when-received",
              "A protocol can answer and close when it receives.",
              ReentryChecks::closeWhenReceived),
          rule(
              "close.when-lost-is-nothing",
              "Requests inside connectionLost have no effect.",
              ReentryChecks::closeWhenLost),
          rule(
              "abort.when-made",
              "A protocol can abort as soon as the connection is made.",
              ReentryChecks::abortWhenMade),
          rule(
              "abort.when-received",
              "A protocol can abort when it receives.",
              ReentryChecks::abortWhenReceived));

  private ReentryChecks() {}

  private static StreamRule rule(String name, String meaning, StreamRule.Body body) {
    return StreamRule.of(name, meaning, body);
  }

  private static void closeWhenMade(Rig rig, Net net) {
    Consumer<Peer> closing =
        peer -> {
          peer.lose();
          rig.say("asked");
        };
    Peer client = net.peer("client").onMade(closing).onLost(peer -> rig.say("lost"));
    Pair pair = net.pair(client, net.peer("server"));

    CloseChecks.expectBothDone(rig, pair);
    Expect.equal("the order", List.of("asked", "lost"), rig.said());
  }

  private static void closeWhenReceived(Rig rig, Net net) {
    Peer server =
        net.peer("server")
            .onData(
                (peer, data) -> {
                  peer.write("bye");
                  peer.lose();
                  Expect.isTrue("connectionLost must not come inside", !peer.isLost());
                });
    Pair pair = net.pair(net.peer("client"), server);
    rig.run(() -> pair.client().write("x"));

    CloseChecks.expectBothDone(rig, pair);
    Expect.equal("what the client received", "bye", pair.client().text());
  }

  private static void closeWhenLost(Rig rig, Net net) {
    Consumer<Peer> requests =
        peer -> {
          peer.write("too late");
          peer.lose();
          peer.abort();
          peer.transport().loseWriteConnection();
          peer.transport().pauseProducing();
          peer.transport().resumeProducing();
        };
    Peer client = net.peer("client").onLost(requests);
    Peer server = net.peer("server").onLost(requests);
    Pair pair = net.pair(client, server);
    rig.run(() -> client.lose());

    CloseChecks.expectBothDone(rig, pair);
    Expect.equal("what arrived", "", client.text() + server.text());
    Expect.equal(
        "what the client was told",
        List.of("made", "lost ConnectionDoneException"),
        client.events());
  }

  private static void abortWhenMade(Rig rig, Net net) {
    Peer client =
        net.peer("client")
            .onMade(
                peer -> {
                  peer.abort();
                  rig.say("asked");
                })
            .onLost(peer -> rig.say("lost"));
    PeerFactory clients = net.factory("client", () -> client);
    net.connect(net.listen(net.factory("server")).address(), clients);
    rig.await("the factory is stopped", () -> clients.was("stopped"));

    Expect.equal("the order", List.of("asked", "lost"), rig.said());
    Expect.equal(
        "what the client was told",
        List.of("made", "lost ConnectionAbortedException"),
        client.events());
  }

  private static void abortWhenReceived(Rig rig, Net net) {
    Peer server =
        net.peer("server")
            .onData(
                (peer, data) -> {
                  peer.abort();
                  Expect.isTrue("connectionLost must not come inside", !peer.isLost());
                });
    Pair pair = net.pair(net.peer("client"), server);
    rig.run(() -> pair.client().transport().write(Pattern.bytes(0, 300_000)));

    net.expectAborted(pair.swapped());
    Expect.equal("the pieces that the server received", 1, server.chunks().size());
  }
}
