// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import dev.assay.reactor.ReactorTcp;
import java.util.List;

/** The checks of aborted connections. */
final class TcpAbortChecks {
  /** A number of bytes that exceeds the buffers of any network. */
  private static final int TOO_MUCH = 16 << 20;

  static final List<ContractCheck> CHECKS =
      List.of(
          tcp(
              "here-connection-aborted",
              "The side that aborts is notified with ConnectionAbortedException.",
              TcpAbortChecks::here),
          tcp(
              "there-connection-lost",
              "The other side of an abort is notified of a reset, with ConnectionLostException.",
              TcpAbortChecks::there),
          tcp(
              "by-the-server",
              "The side that accepted can abort as well as the one that connected.",
              TcpAbortChecks::byTheServer),
          tcp(
              "is-told-later",
              "A protocol is never notified of the end inside abortConnection.",
              TcpAbortChecks::isToldLater),
          tcp(
              "is-told-once",
              "Each side is notified of the end once, however often it aborts.",
              TcpAbortChecks::isToldOnce),
          tcp(
              "drops-what-was-not-sent",
              "Bytes that the network has not accepted are dropped; the first bytes may arrive.",
              TcpAbortChecks::dropsWhatWasNotSent),
          tcp(
              "write-afterwards-is-nothing",
              "What is written after abortConnection is never sent.",
              TcpAbortChecks::writeAfterwards),
          tcp(
              "nothing-is-received-after-abort",
              "A side that aborts receives nothing from then on.",
              TcpAbortChecks::nothingIsReceived),
          tcp(
              "after-lose",
              "A connection that still has to send before it closes can be aborted.",
              TcpAbortChecks::afterLose),
          tcp(
              "before-lose",
              "A connection that was aborted stays so if it is closed as well.",
              TcpAbortChecks::beforeLose),
          tcp(
              "both-at-once",
              "When both sides abort at once, both are notified with ConnectionAbortedException.",
              TcpAbortChecks::bothAtOnce),
          tcp(
              "when-over-is-nothing",
              "To abort a connection that has ended has no effect.",
              TcpAbortChecks::whenOver),
          tcp(
              "is-connected",
              "A transport that was aborted is not connected.",
              TcpAbortChecks::isConnected));

  private TcpAbortChecks() {}

  private static ContractCheck tcp(String name, String meaning, ContractCheck.Body body) {
    return ContractCheck.of("tcp.abort." + name, meaning, body, ReactorTcp.class);
  }

  static void expectAborted(Rig rig, Pair pair) {
    rig.await("both hear of the end", pair::isOver);
    rig.settle();
    Expect.equal(
        "the ends", "ConnectionAbortedException here, ConnectionLostException there", pair.ends());
  }

  private static void here(Rig rig) {
    Pair pair = rig.net().pair();
    rig.run(() -> pair.client().abort());
    rig.await("the client hears of the end", pair.client()::isLost);

    Expect.equal(
        "what the client was told",
        List.of("made", "lost ConnectionAbortedException"),
        pair.client().events());
  }

  private static void there(Rig rig) {
    Pair pair = rig.net().pair();
    rig.run(() -> pair.client().abort());
    rig.await("the server hears of the end", pair.server()::isLost);

    Expect.equal(
        "what the server was told",
        List.of("made", "lost ConnectionLostException"),
        pair.server().events());
  }

  private static void byTheServer(Rig rig) {
    Pair pair = rig.net().pair();
    rig.run(() -> pair.server().abort());

    expectAborted(rig, pair.swapped());
  }

  private static void isToldLater(Rig rig) {
    Peer client = rig.net().peer("client").onLost(peer -> rig.say("lost"));
    rig.net().pair(client, rig.net().peer("server"));
    rig.run(
        () -> {
          client.abort();
          rig.say("asked");
        });
    rig.await("the client hears of the end", client::isLost);

    Expect.equal("the order", List.of("asked", "lost"), rig.said());
  }

  private static void isToldOnce(Rig rig) {
    Pair pair = rig.net().pair();
    rig.run(
        () -> {
          pair.client().abort();
          pair.client().abort();
        });
    rig.await("both hear of the end", pair::isOver);
    rig.run(() -> pair.client().abort());
    rig.settle();

    Expect.equal(
        "what the client was told",
        List.of("made", "lost ConnectionAbortedException"),
        pair.client().events());
    Expect.equal(
        "what the server was told",
        List.of("made", "lost ConnectionLostException"),
        pair.server().events());
  }

  private static void dropsWhatWasNotSent(Rig rig) {
    Pair pair = rig.net().pair();
    rig.run(() -> pair.server().transport().pauseProducing());
    rig.run(() -> pair.client().transport().write(Pattern.bytes(0, TOO_MUCH)));
    rig.settle();
    rig.run(() -> pair.client().abort());
    rig.await("the client hears of the end", pair.client()::isLost);
    rig.run(() -> pair.server().transport().resumeProducing());

    expectAborted(rig, pair);
    Pattern.checkPrefix("what the server received", pair.server().bytes());
    Expect.isTrue("not all may arrive", pair.server().received() < TOO_MUCH);
  }

  private static void writeAfterwards(Rig rig) {
    Pair pair = rig.net().pair();
    rig.run(
        () -> {
          pair.client().abort();
          pair.client().write("too late");
        });

    expectAborted(rig, pair);
    Expect.equal("what the server received", "", pair.server().text());
  }

  private static void nothingIsReceived(Rig rig) {
    Pair pair = rig.net().pair();
    rig.run(
        () -> {
          pair.server().write("never read");
          pair.client().abort();
        });

    expectAborted(rig, pair);
    Expect.equal("what the client received", "", pair.client().text());
  }

  private static void afterLose(Rig rig) {
    Pair pair = rig.net().pair();
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

    expectAborted(rig, pair);
  }

  private static void beforeLose(Rig rig) {
    Pair pair = rig.net().pair();
    rig.run(
        () -> {
          pair.client().abort();
          pair.client().lose();
        });

    expectAborted(rig, pair);
  }

  private static void bothAtOnce(Rig rig) {
    Pair pair = rig.net().pair();
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

  private static void whenOver(Rig rig) {
    Pair pair = rig.net().pair();
    rig.run(() -> pair.client().lose());
    rig.await("both hear of the end", pair::isOver);
    rig.run(() -> pair.client().abort());
    rig.run(() -> pair.server().abort());
    rig.settle();

    List<String> told = List.of("made", "lost ConnectionDoneException");
    Expect.equal("what the client was told", told, pair.client().events());
    Expect.equal("what the server was told", told, pair.server().events());
  }

  private static void isConnected(Rig rig) {
    Pair pair = rig.net().pair();
    rig.run(
        () -> {
          pair.client().abort();
          Expect.equal("isConnected()", false, pair.client().transport().isConnected());
        });

    expectAborted(rig, pair);
    Expect.equal("the server's", false, rig.get(() -> pair.server().transport().isConnected()));
  }
}
