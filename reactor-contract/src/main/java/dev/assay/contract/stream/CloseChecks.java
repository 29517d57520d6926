// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.stream;

import dev.assay.contract.peer.Net;
import dev.assay.contract.peer.Pair;
import dev.assay.contract.peer.Pattern;
import dev.assay.contract.peer.Peer;
import dev.assay.contract.peer.StreamRule;
import dev.assay.contract.rig.Expect;
import dev.assay.contract.rig.Rig;
import dev.assay.protocol.ConnectionDoneException;
import java.util.List;

/** The checks of connections that are closed in an orderly way. */
final class CloseChecks {
  private static final int MUCH = 1 << 20;

  static final List<StreamRule> RULES =
      List.of(
          rule(
              "both-hear-connection-done",
              "When one side closes, both are notified with ConnectionDoneException.",
              CloseChecks::bothHear),
          rule(
              "by-the-server",
              "The side that accepted can close as well as the one that connected.",
              CloseChecks::byTheServer),
          rule(
              "is-told-later",
              "A protocol is never notified of the end inside loseConnection.",
              CloseChecks::isToldLater),
          rule(
              "is-told-once",
              "Each side is notified of the end once, however often it closes.",
              CloseChecks::isToldOnce),
          rule(
              "lose-flushes-what-was-written",
              "What was written before loseConnection arrives before the end.",
              CloseChecks::flushes),
          rule(
              "lose-waits-for-a-slow-reader",
              "What was written before loseConnection arrives even if the other side pauses.",
              CloseChecks::waitsForASlowReader),
          rule(
              "write-right-after-lose-is-sent",
              "What is written after loseConnection is sent while the connection lasts.",
              CloseChecks::writeRightAfter),
          rule(
              "nothing-is-received-after-lose",
              "A side that closes receives nothing from then on.",
              CloseChecks::nothingIsReceived),
          rule(
              "write-when-over-is-nothing",
              "To write on a connection that has ended has no effect.",
              CloseChecks::writeWhenOver),
          rule(
              "write-to-a-peer-that-has-closed",
              "To write after the other side closed, but before the notification, does no harm.",
              CloseChecks::writeToAPeerThatHasClosed),
          rule(
              "both-at-once",
              "When both sides close at once, both are notified with ConnectionDoneException.",
              CloseChecks::bothAtOnce),
          rule(
              "is-connected",
              "A transport is connected until closing is requested, its protocol until it is notified.",
              CloseChecks::isConnected),
          rule(
              "stop-producing-closes",
              "stopProducing on a transport is the same as loseConnection.",
              CloseChecks::stopProducing));

  private CloseChecks() {}

  private static StreamRule rule(String name, String meaning, StreamRule.Body body) {
    return StreamRule.of("close." + name, meaning, body);
  }

  static void expectBothDone(Rig rig, Pair pair) {
    rig.await("both hear of the end", pair::isOver);
    rig.settle();
    Expect.equal(
        "the ends", "ConnectionDoneException here, ConnectionDoneException there", pair.ends());
  }

  private static void bothHear(Rig rig, Net net) {
    Pair pair = net.pair();
    rig.run(() -> pair.client().lose());

    expectBothDone(rig, pair);
  }

  private static void byTheServer(Rig rig, Net net) {
    Pair pair = net.pair();
    rig.run(() -> pair.server().lose());

    expectBothDone(rig, pair);
  }

  private static void isToldLater(Rig rig, Net net) {
    Peer client = net.peer("client").onLost(peer -> rig.say("lost"));
    net.pair(client, net.peer("server"));
    rig.run(
        () -> {
          client.lose();
          rig.say("asked");
        });
    rig.await("the client hears of the end", client::isLost);

    Expect.equal("the order", List.of("asked", "lost"), rig.said());
  }

  private static void isToldOnce(Rig rig, Net net) {
    Pair pair = net.pair();
    rig.run(
        () -> {
          pair.client().lose();
          pair.client().lose();
        });
    rig.await("both hear of the end", pair::isOver);
    rig.run(() -> pair.client().lose());
    rig.run(() -> pair.server().lose());
    rig.settle();

    List<String> told = List.of("made", "lost ConnectionDoneException");
    Expect.equal("what the client was told", told, pair.client().events());
    Expect.equal("what the server was told", told, pair.server().events());
  }

  private static void flushes(Rig rig, Net net) {
    Pair pair = net.pair();
    rig.run(
        () -> {
          pair.client().transport().write(Pattern.bytes(0, MUCH - 10));
          pair.client().transport().write(Pattern.bytes(MUCH - 10, 10));
          pair.client().lose();
        });

    expectBothDone(rig, pair);
    Pattern.check("what the server received", MUCH, pair.server().bytes());
    Expect.equal(
        "what the server was told",
        List.of("made", "data", "lost ConnectionDoneException"),
        pair.server().events());
  }

  private static void waitsForASlowReader(Rig rig, Net net) {
    Pair pair = net.pair();
    rig.run(() -> pair.server().transport().pauseProducing());
    rig.run(
        () -> {
          pair.client().transport().write(Pattern.bytes(0, MUCH));
          pair.client().lose();
        });
    rig.settle();
    rig.run(() -> pair.server().transport().resumeProducing());

    expectBothDone(rig, pair);
    Pattern.check("what the server received", MUCH, pair.server().bytes());
  }

  private static void writeRightAfter(Rig rig, Net net) {
    Pair pair = net.pair();
    rig.run(
        () -> {
          pair.client().write("before");
          pair.client().lose();
          pair.client().write(", after");
        });

    expectBothDone(rig, pair);
    Expect.equal("what the server received", "before, after", pair.server().text());
  }

  private static void nothingIsReceived(Rig rig, Net net) {
    Peer client = net.peer("client").onData((peer, data) -> peer.lose());
    Peer server = net.peer("server");
    Pair pair = net.pair(client, server);
    rig.run(() -> server.transport().write(Pattern.bytes(0, MUCH)));
    rig.await("both hear of the end", pair::isOver);
    rig.settle();

    Expect.equal("the pieces that the client received", 1, client.chunks().size());
    Expect.equal(
        "what the client was told",
        List.of("made", "data", "lost ConnectionDoneException"),
        client.events());
  }

  private static void writeWhenOver(Rig rig, Net net) {
    Pair pair = net.pair();
    rig.run(() -> pair.client().lose());
    rig.await("both hear of the end", pair::isOver);
    for (Peer peer : List.of(pair.client(), pair.server())) {
      rig.run(() -> peer.write("too late"));
    }
    rig.settle();

    Expect.equal("what arrived", "", pair.client().text() + pair.server().text());
  }

  private static void writeToAPeerThatHasClosed(Rig rig, Net net) {
    Pair pair = net.pair();
    rig.run(
        () -> {
          pair.client().lose();
          pair.server().write("never read");
        });
    rig.await("both hear of the end", pair::isOver);
    rig.settle();

    Expect.isA(ConnectionDoneException.class, "what the client hears", pair.client().reason());
    Expect.equal("what the client received", "", pair.client().text());
  }

  private static void bothAtOnce(Rig rig, Net net) {
    Pair pair = net.pair();
    rig.run(
        () -> {
          pair.client().lose();
          pair.server().lose();
        });

    expectBothDone(rig, pair);
  }

  private static void isConnected(Rig rig, Net net) {
    Peer client = net.peer("client").onLost(peer -> rig.say("inside: " + peer.isConnected()));
    Pair pair = net.pair(client, net.peer("server"));
    rig.run(
        () -> {
          Expect.equal("the transport's before", true, client.transport().isConnected());
          Expect.equal("the protocol's before", true, client.isConnected());
          client.lose();
          Expect.equal("the transport's after lose", false, client.transport().isConnected());
          Expect.equal("the protocol's after lose", true, client.isConnected());
        });
    rig.await("both hear of the end", pair::isOver);

    Expect.equal("the protocol's when lost", List.of("inside: false"), rig.said());
    Expect.equal("the server's", false, rig.get(() -> pair.server().transport().isConnected()));
  }

  private static void stopProducing(Rig rig, Net net) {
    Pair pair = net.pair();
    rig.run(
        () -> {
          pair.client().write("bye");
          pair.client().transport().stopProducing();
        });

    expectBothDone(rig, pair);
    Expect.equal("what the server received", "bye", pair.server().text());
  }
}
