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

/** The checks of aborted connections. */
final class AbortChecks {
  /** A number of bytes that exceeds the buffers of any network. */
  private static final int TOO_MUCH = 16 << 20;

  static final List<StreamRule> RULES =
      List.of(
          rule(
              "here-connection-aborted",
              "The side that aborts is notified with ConnectionAbortedException.",
              AbortChecks::here),
          rule(
              "by-the-server",
              "The side that accepted can abort as well as the one that connected.",
              AbortChecks::byTheServer),
          rule(
              "is-told-later",
              "A protocol is never notified of the end inside abortConnection.",
              AbortChecks::isToldLater),
          rule(
              "is-told-once",
              "Each side is notified of the end once, however often it aborts.",
              AbortChecks::isToldOnce),
          rule(
              "drops-what-was-not-sent",
              "Bytes that the network has not accepted are dropped; the first bytes may arrive.",
              AbortChecks::dropsWhatWasNotSent),
          rule(
              "write-afterwards-is-nothing",
              "What is written after abortConnection is never sent.",
              AbortChecks::writeAfterwards),
          rule(
              "nothing-is-received-after-abort",
              "A side that aborts receives nothing from then on.",
              AbortChecks::nothingIsReceived),
          rule(
              "after-lose",
              "A connection that still has to send before it closes can be aborted.",
              AbortChecks::afterLose),
          rule(
              "before-lose",
              "A connection that was aborted stays so if it is closed as well.",
              AbortChecks::beforeLose),
          rule(
              "both-at-once",
              "When both sides abort at once, both are notified with ConnectionAbortedException.",
              AbortChecks::bothAtOnce),
          rule(
              "when-over-is-nothing",
              "To abort a connection that has ended has no effect.",
              AbortChecks::whenOver),
          rule(
              "is-connected",
              "A transport that was aborted is not connected.",
              AbortChecks::isConnected));

  private AbortChecks() {}

  private static StreamRule rule(String name, String meaning, StreamRule.Body body) {
    return StreamRule.of("abort." + name, meaning, body);
  }

  private static void here(Rig rig, Net net) {
    Pair pair = net.pair();
    rig.run(() -> pair.client().abort());
    rig.await("the client hears of the end", pair.client()::isLost);

    Expect.equal(
        "what the client was told",
        List.of("made", "lost ConnectionAbortedException"),
        pair.client().events());
  }

  private static void byTheServer(Rig rig, Net net) {
    Pair pair = net.pair();
    rig.run(() -> pair.server().abort());

    net.expectAborted(pair.swapped());
  }

  private static void isToldLater(Rig rig, Net net) {
    Peer client = net.peer("client").onLost(peer -> rig.say("lost"));
    net.pair(client, net.peer("server"));
    rig.run(
        () -> {
          client.abort();
          rig.say("asked");
        });
    rig.await("the client hears of the end", client::isLost);

    Expect.equal("the order", List.of("asked", "lost"), rig.said());
  }

  private static void isToldOnce(Rig rig, Net net) {
    Pair pair = net.pair();
    rig.run(
        () -> {
          pair.client().abort();
          pair.client().abort();
        });
    rig.await("both hear of the end", pair::isOver);
    rig.run(() -> pair.client().abort());

    net.expectAborted(pair);
    Expect.equal("how much the client was told", 2, pair.client().events().size());
    Expect.equal("how much the server was told", 2, pair.server().events().size());
  }

  private static void dropsWhatWasNotSent(Rig rig, Net net) {
    Pair pair = net.pair();
    rig.run(() -> pair.server().transport().pauseProducing());
    rig.run(() -> pair.client().transport().write(Pattern.bytes(0, TOO_MUCH)));
    rig.settle();
    rig.run(() -> pair.client().abort());
    rig.await("the client hears of the end", pair.client()::isLost);
    rig.run(() -> pair.server().transport().resumeProducing());

    net.expectAborted(pair);
    Pattern.checkPrefix("what the server received", pair.server().bytes());
    Expect.isTrue("not all may arrive", pair.server().received() < TOO_MUCH);
  }

  private static void writeAfterwards(Rig rig, Net net) {
    Pair pair = net.pair();
    rig.run(
        () -> {
          pair.client().abort();
          pair.client().write("too late");
        });

    net.expectAborted(pair);
    Expect.equal("what the server received", "", pair.server().text());
  }

  private static void nothingIsReceived(Rig rig, Net net) {
    Pair pair = net.pair();
    rig.run(
        () -> {
          pair.server().write("never read");
          pair.client().abort();
        });

    net.expectAborted(pair);
    Expect.equal("what the client received", "", pair.client().text());
  }

  private static void afterLose(Rig rig, Net net) {
    Pair pair = net.pair();
    rig.run(() -> pair.server().transport().pauseProducing());
    rig.run(
        () -> {
          pair.client().transport().write(Pattern.bytes(0, TOO_MUCH));
          pair.client().lose();
        });
    rig.settle();
    Expect.isTrue("the client must still be sending", !pair.client().isLost());
    rig.run(() -> pair.client().abort());
    rig.await("the client hears of the end", pair.client()::isLost);
    rig.run(() -> pair.server().transport().resumeProducing());

    net.expectAborted(pair);
  }

  private static void beforeLose(Rig rig, Net net) {
    Pair pair = net.pair();
    rig.run(
        () -> {
          pair.client().abort();
          pair.client().lose();
        });

    net.expectAborted(pair);
  }

  private static void bothAtOnce(Rig rig, Net net) {
    Pair pair = net.pair();
    rig.run(
        () -> {
          pair.client().abort();
          pair.server().abort();
        });
    rig.await("both hear of the end", pair::isOver);

    Expect.equal(
        "the ends",
        "ConnectionAbortedException here, ConnectionAbortedException there",
        pair.ends());
  }

  private static void whenOver(Rig rig, Net net) {
    Pair pair = net.pair();
    rig.run(() -> pair.client().lose());
    rig.await("both hear of the end", pair::isOver);
    rig.run(() -> pair.client().abort());
    rig.run(() -> pair.server().abort());
    rig.settle();

    List<String> told = List.of("made", "lost ConnectionDoneException");
    Expect.equal("what the client was told", told, pair.client().events());
    Expect.equal("what the server was told", told, pair.server().events());
  }

  private static void isConnected(Rig rig, Net net) {
    Pair pair = net.pair();
    rig.run(
        () -> {
          pair.client().abort();
          Expect.equal("isConnected()", false, pair.client().transport().isConnected());
        });

    net.expectAborted(pair);
    Expect.equal("the server's", false, rig.get(() -> pair.server().transport().isConnected()));
  }
}
