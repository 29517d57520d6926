// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.stream;

import dev.assay.contract.peer.HalfPeer;
import dev.assay.contract.peer.Net;
import dev.assay.contract.peer.Pair;
import dev.assay.contract.peer.Pattern;
import dev.assay.contract.peer.Peer;
import dev.assay.contract.peer.StreamRule;
import dev.assay.contract.rig.Expect;
import dev.assay.contract.rig.Rig;
import java.util.List;

/** The checks of connections whose directions end one after the other. */
final class HalfCloseChecks {
  private static final int MUCH = 1 << 20;

  static final List<StreamRule> RULES =
      List.of(
          rule(
              "peer-goes-on-sending",
              "A side that has ended its sending continues to receive.",
              HalfCloseChecks::peerGoesOnSending),
          rule(
              "read-end-is-told-after-the-data",
              "A HalfCloseable is notified that the other side has ended, once, after all it sent.",
              HalfCloseChecks::readEndIsTold),
          rule(
              "write-end-is-told-later",
              "A HalfCloseable is notified that its own sending has ended, once, not inside the request.",
              HalfCloseChecks::writeEndIsTold),
          rule(
              "flushes-what-was-written",
              "What was written before loseWriteConnection arrives before the end.",
              HalfCloseChecks::flushes),
          rule(
              "plain-peer-takes-it-as-the-end",
              "For a protocol that is not HalfCloseable, the end of one direction ends both.",
              HalfCloseChecks::plainPeer),
          rule(
              "both-ended-is-the-end",
              "When both directions have ended, the connection has ended, with ConnectionDoneException.",
              HalfCloseChecks::bothEnded),
          rule(
              "write-afterwards-is-nothing",
              "To write when the sending has ended has no effect.",
              HalfCloseChecks::writeAfterwards),
          rule("twice-is-once", "To end the sending again has no effect.", HalfCloseChecks::twice),
          rule(
              "lose-afterwards",
              "A connection that is half closed can be closed, by either side.",
              HalfCloseChecks::loseAfterwards),
          rule(
              "abort-afterwards",
              "A connection that is half closed can be aborted.",
              HalfCloseChecks::abortAfterwards),
          rule(
              "answer-in-the-callback",
              "A protocol can answer and close when it is notified that the other side has ended.",
              HalfCloseChecks::answerInTheCallback),
          rule(
              "lose-wins",
              "loseConnection after loseWriteConnection, at once, closes both directions.",
              HalfCloseChecks::loseWins));

  private HalfCloseChecks() {}

  private static StreamRule rule(String name, String meaning, StreamRule.Body body) {
    return StreamRule.of("half-close." + name, meaning, body);
  }

  /** Creates a pair whose client has ended its sending side, and whose server has been notified. */
  private static Pair halfClosed(Rig rig, Net net, Peer client, HalfPeer server) {
    Pair pair = net.pair(client, server);
    rig.run(() -> client.transport().loseWriteConnection());
    rig.await("the server is told", server::isReadEnded);
    return pair;
  }

  private static void peerGoesOnSending(Rig rig, Net net) {
    HalfPeer server = net.halfPeer("server");
    Pair pair = halfClosed(rig, net, net.peer("client"), server);
    rig.run(() -> server.transport().write(Pattern.bytes(0, MUCH)));
    rig.await("the client receives all", () -> pair.client().received() >= MUCH);

    Pattern.check("what the client received", MUCH, pair.client().bytes());
    Expect.isTrue("nobody may have lost it", !pair.client().isLost() && !server.isLost());
  }

  private static void readEndIsTold(Rig rig, Net net) {
    HalfPeer server = net.halfPeer("server");
    Pair pair = net.pair(net.peer("client"), server);
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

  private static void writeEndIsTold(Rig rig, Net net) {
    HalfPeer client = net.halfPeer("client");
    client.onWriteEnd(peer -> rig.say("told"));
    net.pair(client, net.halfPeer("server"));
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

  private static void flushes(Rig rig, Net net) {
    HalfPeer server = net.halfPeer("server");
    Pair pair = net.pair(net.peer("client"), server);
    rig.run(
        () -> {
          pair.client().transport().write(Pattern.bytes(0, MUCH));
          pair.client().transport().loseWriteConnection();
        });
    rig.await("the server is told", server::isReadEnded);

    Pattern.check("what the server received", MUCH, server.bytes());
  }

  private static void plainPeer(Rig rig, Net net) {
    Pair pair = net.pair();
    rig.run(() -> pair.client().transport().loseWriteConnection());
    rig.await("both hear of the end", pair::isOver);

    Expect.equal(
        "the ends", "ConnectionDoneException here, ConnectionDoneException there", pair.ends());
  }

  private static void bothEnded(Rig rig, Net net) {
    HalfPeer client = net.halfPeer("client");
    HalfPeer server = net.halfPeer("server");
    Pair pair = halfClosed(rig, net, client, server);
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

  private static void writeAfterwards(Rig rig, Net net) {
    HalfPeer client = net.halfPeer("client");
    HalfPeer server = net.halfPeer("server");
    Pair pair = halfClosed(rig, net, client, server);
    rig.await("the client is told", client::isWriteEnded);
    rig.run(() -> client.write("too late"));
    rig.settle();

    Expect.equal("what the server received", "", server.text());
    Expect.isTrue("nobody may have lost it", !pair.client().isLost() && !server.isLost());
  }

  private static void twice(Rig rig, Net net) {
    HalfPeer client = net.halfPeer("client");
    HalfPeer server = net.halfPeer("server");
    halfClosed(rig, net, client, server);
    rig.run(() -> client.transport().loseWriteConnection());
    rig.settle();

    Expect.equal("what the client was told", List.of("made", "write ended"), client.events());
    Expect.equal("what the server was told", List.of("made", "read ended"), server.events());
  }

  private static void loseAfterwards(Rig rig, Net net) {
    for (boolean byClient : new boolean[] {true, false}) {
      HalfPeer server = net.halfPeer("server");
      Pair pair = halfClosed(rig, net, net.peer("client"), server);
      rig.run(() -> (byClient ? pair.client() : server).lose());
      rig.await(
          "the one who closed hears of it", () -> (byClient ? pair.client() : server).isLost());
      rig.run(server::lose);
      rig.await("both hear of the end", pair::isOver);

      Expect.equal(
          "the ends", "ConnectionDoneException here, ConnectionDoneException there", pair.ends());
    }
  }

  private static void abortAfterwards(Rig rig, Net net) {
    HalfPeer server = net.halfPeer("server");
    Pair pair = halfClosed(rig, net, net.peer("client"), server);
    rig.run(server::abort);

    net.expectAborted(pair.swapped());
  }

  private static void answerInTheCallback(Rig rig, Net net) {
    HalfPeer server = net.halfPeer("server");
    server.onReadEnd(
        peer -> {
          peer.write("you sent " + peer.received());
          peer.lose();
        });
    Pair pair = net.pair(net.peer("client"), server);
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

  private static void loseWins(Rig rig, Net net) {
    HalfPeer server = net.halfPeer("server");
    Pair pair = net.pair(net.peer("client"), server);
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
