// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import dev.assay.reactor.ReactorTcp;
import java.util.List;

/** The checks of connections whose directions end one after the other. */
final class TcpHalfCloseChecks {
  private static final int MUCH = 1 << 20;

  static final List<ContractCheck> CHECKS =
      List.of(
          tcp(
              "peer-goes-on-sending",
              "A side that has ended its sending continues to receive.",
              TcpHalfCloseChecks::peerGoesOnSending),
          tcp(
              "read-end-is-told-after-the-data",
              "A HalfCloseable is notified that the other side has ended, once, after all it sent.",
              TcpHalfCloseChecks::readEndIsTold),
          tcp(
              "write-end-is-told-later",
              "A HalfCloseable is notified that its own sending has ended, once, not inside the request.",
              TcpHalfCloseChecks::writeEndIsTold),
          tcp(
              "flushes-what-was-written",
              "What was written before loseWriteConnection arrives before the end.",
              TcpHalfCloseChecks::flushes),
          tcp(
              "plain-peer-takes-it-as-the-end",
              "For a protocol that is not HalfCloseable, the end of one direction ends both.",
              TcpHalfCloseChecks::plainPeer),
          tcp(
              "both-ended-is-the-end",
              "When both directions have ended, the connection has ended, with ConnectionDoneException.",
              TcpHalfCloseChecks::bothEnded),
          tcp(
              "write-afterwards-is-nothing",
              "To write when the sending has ended has no effect.",
              TcpHalfCloseChecks::writeAfterwards),
          tcp(
              "twice-is-once",
              "To end the sending again has no effect.",
              TcpHalfCloseChecks::twice),
          tcp(
              "lose-afterwards",
              "A connection that is half closed can be closed, by either side.",
              TcpHalfCloseChecks::loseAfterwards),
          tcp(
              "abort-afterwards",
              "A connection that is half closed can be aborted.",
              TcpHalfCloseChecks::abortAfterwards),
          tcp(
              "answer-in-the-callback",
              "A protocol can answer and close when it is notified that the other side has ended.",
              TcpHalfCloseChecks::answerInTheCallback),
          tcp(
              "lose-wins",
              "loseConnection after loseWriteConnection, at once, closes both directions.",
              TcpHalfCloseChecks::loseWins));

  private TcpHalfCloseChecks() {}

  private static ContractCheck tcp(String name, String meaning, ContractCheck.Body body) {
    return ContractCheck.of("tcp.half-close." + name, meaning, body, ReactorTcp.class);
  }

  /** Creates a pair whose client has ended its sending side, and whose server has been notified. */
  private static Pair halfClosed(Rig rig, Peer client, HalfPeer server) {
    Pair pair = rig.net().pair(client, server);
    rig.run(() -> client.transport().loseWriteConnection());
    rig.await("the server is told", server::isReadEnded);
    return pair;
  }

  private static void peerGoesOnSending(Rig rig) {
    HalfPeer server = rig.net().halfPeer("server");
    Pair pair = halfClosed(rig, rig.net().peer("client"), server);
    rig.run(() -> server.transport().write(Pattern.bytes(0, MUCH)));
    rig.await("the client receives all", () -> pair.client().received() >= MUCH);

    Pattern.check("what the client received", MUCH, pair.client().bytes());
    Expect.isTrue("nobody may have lost it", !pair.client().isLost() && !server.isLost());
  }

  private static void readEndIsTold(Rig rig) {
    HalfPeer server = rig.net().halfPeer("server");
    Pair pair = rig.net().pair(rig.net().peer("client"), server);
    rig.run(
        () -> {
          pair.client().write("all there is");
          pair.client().transport().loseWriteConnection();
        });
    rig.await("the server is told", server::isReadEnded);
    rig.settle();

    Expect.equal(
        "what the server was told", List.of("made", "data", "read ended"), server.events());
  }

  private static void writeEndIsTold(Rig rig) {
    HalfPeer client = rig.net().halfPeer("client");
    client.onWriteEnd(peer -> rig.say("told"));
    rig.net().pair(client, rig.net().halfPeer("server"));
    rig.run(
        () -> {
          client.write("all there is");
          client.transport().loseWriteConnection();
          rig.say("asked");
        });
    rig.await("the client is told", client::isWriteEnded);
    rig.settle();

    Expect.equal("the order", List.of("asked", "told"), rig.said());
    Expect.equal("what the client was told", List.of("made", "write ended"), client.events());
  }

  private static void flushes(Rig rig) {
    HalfPeer server = rig.net().halfPeer("server");
    Pair pair = rig.net().pair(rig.net().peer("client"), server);
    rig.run(
        () -> {
          pair.client().transport().write(Pattern.bytes(0, MUCH));
          pair.client().transport().loseWriteConnection();
        });
    rig.await("the server is told", server::isReadEnded);

    Pattern.check("what the server received", MUCH, server.bytes());
  }

  private static void plainPeer(Rig rig) {
    Pair pair = rig.net().pair();
    rig.run(() -> pair.client().transport().loseWriteConnection());
    rig.await("both hear of the end", pair::isOver);

    Expect.equal(
        "the ends", "ConnectionDoneException here, ConnectionDoneException there", pair.ends());
  }

  private static void bothEnded(Rig rig) {
    HalfPeer client = rig.net().halfPeer("client");
    HalfPeer server = rig.net().halfPeer("server");
    Pair pair = halfClosed(rig, client, server);
    rig.run(() -> server.transport().loseWriteConnection());
    rig.await("both hear of the end", pair::isOver);

    Expect.equal(
        "the ends", "ConnectionDoneException here, ConnectionDoneException there", pair.ends());
    Expect.equal(
        "what the client was told",
        List.of("made", "write ended", "read ended", "lost ConnectionDoneException"),
        client.events());
    Expect.equal(
        "what the server was told",
        List.of("made", "read ended", "write ended", "lost ConnectionDoneException"),
        server.events());
  }

  private static void writeAfterwards(Rig rig) {
    HalfPeer client = rig.net().halfPeer("client");
    HalfPeer server = rig.net().halfPeer("server");
    Pair pair = halfClosed(rig, client, server);
    rig.await("the client is told", client::isWriteEnded);
    rig.run(() -> client.write("too late"));
    rig.settle();

    Expect.equal("what the server received", "", server.text());
    Expect.isTrue("nobody may have lost it", !pair.client().isLost() && !server.isLost());
  }

  private static void twice(Rig rig) {
    HalfPeer client = rig.net().halfPeer("client");
    HalfPeer server = rig.net().halfPeer("server");
    halfClosed(rig, client, server);
    rig.run(() -> client.transport().loseWriteConnection());
    rig.settle();

    Expect.equal("what the client was told", List.of("made", "write ended"), client.events());
    Expect.equal("what the server was told", List.of("made", "read ended"), server.events());
  }

  private static void loseAfterwards(Rig rig) {
    for (boolean byClient : new boolean[] {true, false}) {
      HalfPeer server = rig.net().halfPeer("server");
      Pair pair = halfClosed(rig, rig.net().peer("client"), server);
      rig.run(() -> (byClient ? pair.client() : server).lose());
      rig.await(
          "the one who closed hears of it", () -> (byClient ? pair.client() : server).isLost());
      rig.run(server::lose);
      rig.await("both hear of the end", pair::isOver);

      Expect.equal(
          "the ends", "ConnectionDoneException here, ConnectionDoneException there", pair.ends());
    }
  }

  private static void abortAfterwards(Rig rig) {
    HalfPeer server = rig.net().halfPeer("server");
    Pair pair = halfClosed(rig, rig.net().peer("client"), server);
    rig.run(server::abort);
    rig.await("both hear of the end", pair::isOver);

    Expect.equal(
        "the ends", "ConnectionLostException here, ConnectionAbortedException there", pair.ends());
  }

  private static void answerInTheCallback(Rig rig) {
    HalfPeer server = rig.net().halfPeer("server");
    server.onReadEnd(
        peer -> {
          peer.write("you sent " + peer.received());
          peer.lose();
        });
    Pair pair = rig.net().pair(rig.net().peer("client"), server);
    rig.run(
        () -> {
          pair.client().write("12345");
          pair.client().transport().loseWriteConnection();
        });
    rig.await("both hear of the end", pair::isOver);

    Expect.equal("what the client received", "you sent 5", pair.client().text());
    Expect.equal(
        "the ends", "ConnectionDoneException here, ConnectionDoneException there", pair.ends());
  }

  private static void loseWins(Rig rig) {
    HalfPeer server = rig.net().halfPeer("server");
    Pair pair = rig.net().pair(rig.net().peer("client"), server);
    rig.run(
        () -> {
          pair.client().write("bye");
          pair.client().transport().loseWriteConnection();
          pair.client().lose();
        });
    rig.await("the client hears of the end", pair.client()::isLost);
    rig.await("the server is told", server::isReadEnded);

    Expect.equal("what the server received", "bye", server.text());
  }
}
