// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.assay.contract.peer.Net;
import dev.assay.contract.peer.Pair;
import dev.assay.contract.peer.Pattern;
import dev.assay.contract.peer.Peer;
import dev.assay.contract.peer.StreamRule;
import dev.assay.contract.rig.Expect;
import dev.assay.contract.rig.Rig;
import java.util.Arrays;
import java.util.List;

/** The checks of the transfer of bytes. */
final class DataChecks {
  private static final int MEGABYTE = 1 << 20;

  static final List<StreamRule> RULES =
      List.of(
          rule("arrives", "What one side writes, the other receives.", DataChecks::arrives),
          rule(
              "in-order",
              "Bytes arrive in the order in which they were written, whatever the pieces.",
              DataChecks::inOrder),
          rule("every-value", "A byte of every value arrives as it was.", DataChecks::everyValue),
          rule(
              "write-sequence",
              "A sequence of pieces is sent as one; an empty sequence sends nothing.",
              DataChecks::writeSequence),
          rule(
              "empty-write-is-nothing",
              "To write no bytes has no effect, and an empty array is never received.",
              DataChecks::emptyWrite),
          rule(
              "written-is-copied",
              "Bytes arrive as they were when they were written, though the array has changed.",
              DataChecks::writtenIsCopied),
          rule(
              "received-is-the-receivers",
              "A received array belongs to the protocol: it does not change, and may be changed.",
              DataChecks::receivedIsTheReceivers),
          rule(
              "not-inside-write",
              "Nothing is received inside a call of write.",
              DataChecks::notInsideWrite),
          rule(
              "written-when-made",
              "What is written in connectionMade arrives, and not before the connection is made.",
              DataChecks::writtenWhenMade),
          rule(
              "written-when-received",
              "A protocol can write when it receives: an echo returns every byte.",
              DataChecks::writtenWhenReceived),
          rule("ping-pong", "Two sides can answer each other many times.", DataChecks::pingPong),
          rule("big-write", "A write of some megabytes arrives whole.", DataChecks::bigWrite),
          rule(
              "many-small-writes",
              "Ten thousand writes of one byte arrive in order.",
              DataChecks::manySmallWrites),
          rule(
              "both-ways-at-once",
              "Megabytes pass both ways at the same time.",
              DataChecks::bothWaysAtOnce));

  private DataChecks() {}

  private static StreamRule rule(String name, String meaning, StreamRule.Body body) {
    return StreamRule.of("data." + name, meaning, body);
  }

  private static void arrives(Rig rig, Net net) {
    Pair pair = net.pair();
    rig.run(() -> pair.client().write("hello"));
    rig.await("the server receives", () -> pair.server().received() == 5);
    rig.run(() -> pair.server().write("good day"));
    rig.await("the client receives", () -> pair.client().received() == 8);

    Expect.equal("what the server received", "hello", pair.server().text());
    Expect.equal("what the client received", "good day", pair.client().text());
  }

  private static void inOrder(Rig rig, Net net) {
    Pair pair = net.pair();
    int total = 0;
    for (int i = 0; i < 200; i++) {
      int from = total;
      int length = 1 + i * 37 % 911;
      rig.run(() -> pair.client().transport().write(Pattern.bytes(from, length)));
      total += length;
    }
    int all = total;
    rig.await("all arrives", () -> pair.server().received() >= all);

    Pattern.check("what the server received", all, pair.server().bytes());
  }

  private static void everyValue(Rig rig, Net net) {
    Pair pair = net.pair();
    byte[] values = new byte[256];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) i;
    }
    rig.run(() -> pair.client().transport().write(values));
    rig.await("all arrives", () -> pair.server().received() >= values.length);

    Expect.isTrue("each must be as it was", Arrays.equals(values, pair.server().bytes()));
  }

  private static void writeSequence(Rig rig, Net net) {
    Pair pair = net.pair();
    rig.run(
        () -> {
          pair.client().write("<");
          pair.client()
              .transport()
              .writeSequence(
                  List.of("one, ".getBytes(US_ASCII), new byte[0], "two".getBytes(US_ASCII)));
          pair.client().transport().writeSequence(List.of());
          pair.client().write(">");
        });
    rig.await("all arrives", () -> pair.server().text().endsWith(">"));

    Expect.equal("what the server received", "<one, two>", pair.server().text());
  }

  private static void emptyWrite(Rig rig, Net net) {
    Pair pair = net.pair();
    rig.run(
        () -> {
          pair.client().transport().write(new byte[0]);
          pair.client().write("x");
          pair.client().transport().write(new byte[0]);
        });
    rig.await("the server receives", () -> pair.server().received() == 1);
    rig.run(() -> pair.client().transport().write(new byte[0]));
    rig.settle();

    Expect.equal("the number of pieces", 1, pair.server().chunks().size());
    Expect.equal("what the server was told", List.of("made", "data"), pair.server().events());
  }

  private static void writtenIsCopied(Rig rig, Net net) {
    Pair pair = net.pair();
    rig.run(
        () -> {
          byte[] array = "first".getBytes(US_ASCII);
          pair.client().transport().write(array);
          Arrays.fill(array, (byte) '?');
          byte[] piece = " then".getBytes(US_ASCII);
          pair.client().transport().writeSequence(List.of(piece));
          Arrays.fill(piece, (byte) '?');
        });
    rig.await("all arrives", () -> pair.server().received() == 10);

    Expect.equal("what the server received", "first then", pair.server().text());
  }

  private static void receivedIsTheReceivers(Rig rig, Net net) {
    Peer server = net.peer("server").onData((peer, data) -> peer.transport().write(data));
    Peer client =
        net.peer("client")
            .onData(
                (peer, data) -> {
                  Arrays.fill(data, (byte) '!');
                  if (peer.received() < 50 && peer.received() % 5 == 0) {
                    peer.write("abcde");
                  }
                });
    Pair pair = net.pair(client, server);
    rig.run(() -> client.write("abcde"));
    rig.await("ten rounds are over", () -> client.received() >= 50);
    rig.settle();

    for (byte[] kept : pair.client().chunks()) {
      Expect.equal("an array that was kept", "!".repeat(kept.length), new String(kept, US_ASCII));
    }
    String kept = String.join("", server.chunks().stream().map(DataChecks::text).toList());
    Expect.equal("the arrays that the server kept", "abcde".repeat(10), kept);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, US_ASCII);
  }

  private static void notInsideWrite(Rig rig, Net net) {
    Peer server = net.peer("server").onData((peer, data) -> rig.say("received"));
    Pair pair = net.pair(net.peer("client"), server);
    rig.run(
        () -> {
          pair.client().write("hello");
          rig.say("written");
        });
    rig.await("the server receives", () -> rig.hasSaid("received"));

    Expect.equal("what came first", "written", rig.said().get(0));
  }

  private static void writtenWhenMade(Rig rig, Net net) {
    Peer client = net.peer("client").onMade(peer -> peer.write("from the client"));
    Peer server = net.peer("server").onMade(peer -> peer.write("from the server"));
    net.pair(client, server);
    rig.await("all arrives", () -> client.received() == 15 && server.received() == 15);

    Expect.equal("what the client received", "from the server", client.text());
    Expect.equal("what the server received", "from the client", server.text());
    Expect.equal("what the server was told", List.of("made", "data"), server.events());
    Expect.equal("what the client was told", List.of("made", "data"), client.events());
  }

  private static void writtenWhenReceived(Rig rig, Net net) {
    Peer server = net.peer("server").onData((peer, data) -> peer.transport().write(data));
    Pair pair = net.pair(net.peer("client"), server);
    rig.run(() -> pair.client().transport().write(Pattern.bytes(0, 300_000)));
    rig.await("all comes back", () -> pair.client().received() >= 300_000);

    Pattern.check("what came back", 300_000, pair.client().bytes());
  }

  private static void pingPong(Rig rig, Net net) {
    Peer server = net.peer("server").onData((peer, data) -> peer.write("."));
    Peer client =
        net.peer("client")
            .onData(
                (peer, data) -> {
                  if (peer.received() < 300) {
                    peer.write("!");
                  }
                });
    net.pair(client, server);
    rig.run(() -> client.write("!"));

    rig.await("300 answers have come", () -> client.received() == 300);
    Expect.equal("what the server received", 300, server.received());
  }

  private static void bigWrite(Rig rig, Net net) {
    Pair pair = net.pair();
    rig.run(() -> pair.client().transport().write(Pattern.bytes(0, 3 * MEGABYTE)));
    rig.await("all arrives", () -> pair.server().received() >= 3 * MEGABYTE);

    Pattern.check("what the server received", 3 * MEGABYTE, pair.server().bytes());
  }

  private static void manySmallWrites(Rig rig, Net net) {
    Pair pair = net.pair();
    rig.run(
        () -> {
          for (int i = 0; i < 10_000; i++) {
            pair.client().transport().write(Pattern.bytes(i, 1));
          }
        });
    rig.await("all arrives", () -> pair.server().received() >= 10_000);

    Pattern.check("what the server received", 10_000, pair.server().bytes());
  }

  private static void bothWaysAtOnce(Rig rig, Net net) {
    Pair pair = net.pair();
    rig.run(
        () -> {
          pair.client().transport().write(Pattern.bytes(0, 2 * MEGABYTE));
          pair.server().transport().write(Pattern.bytes(0, 2 * MEGABYTE));
        });
    rig.await(
        "all arrives",
        () -> pair.client().received() >= 2 * MEGABYTE && pair.server().received() >= 2 * MEGABYTE);

    Pattern.check("what the client received", 2 * MEGABYTE, pair.client().bytes());
    Pattern.check("what the server received", 2 * MEGABYTE, pair.server().bytes());
  }
}
