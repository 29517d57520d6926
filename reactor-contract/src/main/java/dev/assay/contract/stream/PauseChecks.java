// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.stream;

import dev.assay.contract.peer.Net;
import dev.assay.contract.peer.Pair;
import dev.assay.contract.peer.Pattern;
import dev.assay.contract.peer.Peer;
import dev.assay.contract.peer.StreamRule;
import dev.assay.contract.rig.Expect;
import dev.assay.contract.rig.Rig;
import java.util.List;
import java.util.function.Consumer;

/** The checks of a side that pauses the delivery of received bytes. */
final class PauseChecks {
  private static final int MUCH = 300_000;

  static final List<StreamRule> RULES =
      List.of(
          rule(
              "nothing-is-received",
              "A transport that is paused delivers nothing to its protocol.",
              PauseChecks::nothingIsReceived),
          rule(
              "resume-brings-all",
              "A transport that is resumed delivers everything that arrived meanwhile, in order.",
              PauseChecks::resumeBringsAll),
          rule(
              "resume-brings-nothing-inside",
              "A protocol receives nothing inside its request to resume.",
              PauseChecks::resumeBringsNothingInside),
          rule(
              "when-made",
              "A transport that is paused in connectionMade delivers nothing at all.",
              PauseChecks::whenMade),
          rule(
              "when-received",
              "A transport that is paused when a piece is received delivers nothing after it.",
              PauseChecks::whenReceived),
          rule(
              "piece-by-piece",
              "A protocol that pauses at each piece and resumes later gets all of them.",
              PauseChecks::pieceByPiece),
          rule(
              "does-not-count",
              "Paused twice and resumed once, a transport continues; to resume it again has no effect.",
              PauseChecks::doesNotCount),
          rule("writing-goes-on", "A side that is paused can write.", PauseChecks::writingGoesOn),
          rule(
              "end-comes-after-the-data",
              "What was sent before the end is received before it, when the transport is resumed.",
              PauseChecks::endComesAfterTheData),
          rule(
              "can-be-closed",
              "A connection that is paused can be closed.",
              (rig, net) -> endsThough(rig, net, Peer::lose, "lost ConnectionDoneException")),
          rule(
              "can-be-aborted",
              "A connection that is paused can be aborted.",
              (rig, net) -> endsThough(rig, net, Peer::abort, "lost ConnectionAbortedException")),
          rule(
              "when-over-is-nothing",
              "To pause or resume a connection that has ended has no effect.",
              PauseChecks::whenOver));

  private PauseChecks() {}

  private static StreamRule rule(String name, String meaning, StreamRule.Body body) {
    return StreamRule.of("pause." + name, meaning, body);
  }

  private static Pair pairWithPausedServer(Rig rig, Net net) {
    Pair pair = net.pair();
    rig.run(() -> pair.server().transport().pauseProducing());
    return pair;
  }

  private static void resume(Rig rig, Peer peer) {
    rig.run(() -> peer.transport().resumeProducing());
  }

  private static void nothingIsReceived(Rig rig, Net net) {
    Pair pair = pairWithPausedServer(rig, net);
    rig.run(() -> pair.client().write("hello"));
    rig.settle();

    Expect.equal("what the server was told", List.of("made"), pair.server().events());
  }

  private static void resumeBringsAll(Rig rig, Net net) {
    Pair pair = pairWithPausedServer(rig, net);
    rig.run(() -> pair.client().transport().write(Pattern.bytes(0, MUCH)));
    rig.settle();
    resume(rig, pair.server());
    rig.await("all arrives", () -> pair.server().received() >= MUCH);

    Pattern.check("what the server received", MUCH, pair.server().bytes());
  }

  private static void resumeBringsNothingInside(Rig rig, Net net) {
    Peer server =
        net.peer("server")
            .onMade(peer -> peer.transport().pauseProducing())
            .onData((peer, data) -> rig.say("received"));
    net.pair(net.peer("client").onMade(peer -> peer.write("hello")), server);
    rig.settle();
    rig.run(
        () -> {
          server.transport().resumeProducing();
          rig.say("resumed");
        });
    rig.await("the server receives", () -> rig.hasSaid("received"));

    Expect.equal("what came first", "resumed", rig.said().get(0));
  }

  private static void whenMade(Rig rig, Net net) {
    Peer server = net.peer("server").onMade(peer -> peer.transport().pauseProducing());
    net.pair(net.peer("client").onMade(peer -> peer.write("hello")), server);
    rig.settle();
    Expect.equal("what the server was told", List.of("made"), server.events());

    resume(rig, server);
    rig.await("the server receives", () -> server.text().equals("hello"));
  }

  private static void whenReceived(Rig rig, Net net) {
    Peer server = net.peer("server").onData((peer, data) -> peer.transport().pauseProducing());
    Pair pair = net.pair(net.peer("client"), server);
    rig.run(() -> pair.client().transport().write(Pattern.bytes(0, MUCH)));
    rig.await("a piece is received", () -> server.received() > 0);
    rig.settle();

    Expect.equal("the number of pieces", 1, server.chunks().size());
  }

  private static void pieceByPiece(Rig rig, Net net) {
    Peer server = net.peer("server").onData((peer, data) -> peer.transport().pauseProducing());
    Pair pair = net.pair(net.peer("client"), server);
    rig.run(() -> pair.client().transport().write(Pattern.bytes(0, MUCH)));
    int received = 0;
    while (received < MUCH) {
      int before = received;
      rig.await("one more piece is received", () -> server.received() > before);
      received = server.received();
      resume(rig, server);
    }

    Pattern.check("what the server received", MUCH, server.bytes());
  }

  private static void doesNotCount(Rig rig, Net net) {
    Pair pair = pairWithPausedServer(rig, net);
    rig.run(() -> pair.server().transport().pauseProducing());
    rig.run(() -> pair.client().write("one"));
    rig.settle();
    resume(rig, pair.server());
    rig.await("the server receives", () -> pair.server().text().equals("one"));
    resume(rig, pair.server());
    rig.run(() -> pair.client().write(", two"));

    rig.await("the server receives more", () -> pair.server().text().equals("one, two"));
  }

  private static void writingGoesOn(Rig rig, Net net) {
    Pair pair = pairWithPausedServer(rig, net);
    rig.run(() -> pair.server().write("hello"));

    rig.await("the client receives", () -> pair.client().text().equals("hello"));
  }

  private static void endComesAfterTheData(Rig rig, Net net) {
    Pair pair = pairWithPausedServer(rig, net);
    rig.run(
        () -> {
          pair.client().transport().write(Pattern.bytes(0, 10_000));
          pair.client().lose();
        });
    rig.await("the client hears of the end", pair.client()::isLost);
    rig.settle();
    Expect.equal("what the server was told", List.of("made"), pair.server().events());

    resume(rig, pair.server());
    rig.await("the server hears of the end", pair.server()::isLost);
    Pattern.check("what the server received", 10_000, pair.server().bytes());
    Expect.equal(
        "what the server was told",
        List.of("made", "data", "lost ConnectionDoneException"),
        pair.server().events());
  }

  private static void endsThough(Rig rig, Net net, Consumer<Peer> end, String expected) {
    Pair pair = pairWithPausedServer(rig, net);
    rig.run(() -> pair.client().write("not read"));
    rig.settle();
    rig.run(() -> end.accept(pair.server()));
    rig.await("both hear of the end", pair::isOver);

    Expect.equal("what the server was told", List.of("made", expected), pair.server().events());
  }

  private static void whenOver(Rig rig, Net net) {
    Pair pair = net.pair();
    rig.run(() -> pair.client().lose());
    rig.await("both hear of the end", pair::isOver);
    for (Peer peer : List.of(pair.client(), pair.server())) {
      rig.run(() -> peer.transport().pauseProducing());
      resume(rig, peer);
    }
    rig.settle();

    Expect.equal(
        "what the server was told",
        List.of("made", "lost ConnectionDoneException"),
        pair.server().events());
  }
}
