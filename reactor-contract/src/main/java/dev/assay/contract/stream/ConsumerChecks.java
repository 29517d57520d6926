// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.stream;

import dev.assay.contract.peer.HalfPeer;
import dev.assay.contract.peer.Net;
import dev.assay.contract.peer.Pair;
import dev.assay.contract.peer.Pattern;
import dev.assay.contract.peer.Peer;
import dev.assay.contract.peer.Puller;
import dev.assay.contract.peer.Pusher;
import dev.assay.contract.peer.StreamRule;
import dev.assay.contract.rig.Expect;
import dev.assay.contract.rig.Rig;
import java.util.List;
import java.util.function.Consumer;

/**
 * The checks of registering and unregistering producers, and of connections that end while one is
 * registered.
 */
final class ConsumerChecks {
  static final List<StreamRule> RULES =
      List.of(
          rule(
              "second-is-refused",
              "To register a second producer throws IllegalStateException; the first one stays.",
              ConsumerChecks::secondIsRefused),
          rule(
              "unregister-none-is-refused",
              "To unregister a producer when there is none throws IllegalStateException.",
              ConsumerChecks::unregisterNone),
          rule(
              "another-after-the-first",
              "When a producer has unregistered, another can register.",
              ConsumerChecks::anotherAfterTheFirst),
          rule(
              "stopped-if-registered-too-late",
              "A producer that registers on a connection that has ended is stopped, and not asked.",
              ConsumerChecks::stoppedIfTooLate),
          rule(
              "stopped-when-the-peer-closes",
              "A producer is stopped, once, when the other side closes.",
              (rig, net) -> stoppedWhen(rig, net, pair -> pair.server().lose())),
          rule(
              "stopped-when-the-peer-aborts",
              "A producer is stopped, once, when the other side aborts.",
              (rig, net) -> stoppedWhen(rig, net, pair -> pair.server().abort())),
          rule(
              "stopped-when-this-side-aborts",
              "A producer is stopped, once, when its own side aborts, which waits for no producer.",
              (rig, net) -> stoppedWhen(rig, net, pair -> pair.client().abort())),
          rule(
              "lose-waits-for-push",
              "loseConnection waits until a push producer has unregistered; all it wrote arrives.",
              ConsumerChecks::loseWaitsForPush),
          rule(
              "lose-waits-for-pull",
              "loseConnection continues to ask a pull producer until it unregisters; all arrives.",
              ConsumerChecks::loseWaitsForPull),
          rule(
              "half-close-waits",
              "loseWriteConnection waits until a producer has unregistered.",
              ConsumerChecks::halfCloseWaits));

  private ConsumerChecks() {}

  private static StreamRule rule(String name, String meaning, StreamRule.Body body) {
    return StreamRule.of("producer." + name, meaning, body);
  }

  private static void secondIsRefused(Rig rig, Net net) {
    Pair pair = net.pair();
    Pusher first = new Pusher(rig, pair.client());
    Puller second = new Puller(rig, pair.client(), 1);
    rig.run(() -> pair.client().transport().registerProducer(first));
    rig.thrown(
        IllegalStateException.class,
        "registerProducer()",
        () -> pair.client().transport().registerProducer(second));
    rig.run(() -> pair.client().abort());
    rig.await("the first one is stopped", () -> first.was("stopped"));

    Expect.equal("how often the second was asked", 0, second.asked());
    Expect.equal("how often the second was stopped", 0, second.stopped());
  }

  private static void unregisterNone(Rig rig, Net net) {
    Pair pair = net.pair();

    rig.thrown(
        IllegalStateException.class,
        "unregisterProducer()",
        () -> pair.client().transport().unregisterProducer());
  }

  private static void anotherAfterTheFirst(Rig rig, Net net) {
    Pair pair = net.pair();
    for (int i = 0; i < 2; i++) {
      Puller puller = new Puller(rig, pair.client(), 2);
      rig.run(() -> pair.client().transport().registerProducer(puller));
      rig.await("it has unregistered", puller::isDone);
    }
    rig.run(() -> pair.client().transport().registerProducer(new Pusher(rig, pair.client())));
    rig.run(() -> pair.client().transport().unregisterProducer());

    rig.await("all arrives", () -> pair.server().received() == 4 * Puller.PIECE);
  }

  private static void stoppedIfTooLate(Rig rig, Net net) {
    Pair pair = net.pair();
    rig.run(() -> pair.server().lose());
    rig.await("both hear of the end", pair::isOver);
    for (Peer peer : List.of(pair.client(), pair.server())) {
      Pusher pusher = new Pusher(rig, peer);
      Puller puller = new Puller(rig, peer, 1);
      rig.run(
          () -> {
            peer.transport().registerProducer(pusher);
            peer.transport().registerProducer(puller);
            Expect.equal("what the push producer was told", List.of("stopped"), pusher.events());
            Expect.equal("how often the pull producer was stopped", 1, puller.stopped());
          });
      Expect.equal("how often the pull producer was asked", 0, puller.asked());
    }
  }

  private static void stoppedWhen(Rig rig, Net net, Consumer<Pair> end) {
    Pair pair = net.pair();
    Pusher pusher = new Pusher(rig, pair.client());
    rig.run(() -> pair.client().transport().registerProducer(pusher));
    rig.run(() -> end.accept(pair));
    rig.await("both hear of the end", pair::isOver);
    rig.settle();

    Expect.equal("what the producer was told", List.of("stopped"), pusher.events());
  }

  private static void loseWaitsForPush(Rig rig, Net net) {
    Pair pair = net.pair();
    rig.run(
        () -> {
          pair.client().transport().registerProducer(new Pusher(rig, pair.client()));
          pair.client().write("one");
          pair.client().lose();
        });
    rig.settle();
    Expect.isTrue("the connection must wait", !pair.client().isLost() && !pair.server().isLost());
    rig.run(
        () -> {
          pair.client().write(", two");
          pair.client().transport().unregisterProducer();
        });
    rig.await("both hear of the end", pair::isOver);

    Expect.equal("what the server received", "one, two", pair.server().text());
    Expect.equal(
        "the ends", "ConnectionDoneException here, ConnectionDoneException there", pair.ends());
  }

  private static void loseWaitsForPull(Rig rig, Net net) {
    Pair pair = net.pair();
    Puller puller = new Puller(rig, pair.client(), 10);
    rig.run(
        () -> {
          pair.client().transport().registerProducer(puller);
          pair.client().lose();
        });
    rig.await("both hear of the end", pair::isOver);

    Pattern.check("what the server received", 10 * Puller.PIECE, pair.server().bytes());
    Expect.equal("stopProducing()", 0, puller.stopped());
  }

  private static void halfCloseWaits(Rig rig, Net net) {
    HalfPeer server = net.halfPeer("server");
    Pair pair = net.pair(net.peer("client"), server);
    Puller puller = new Puller(rig, pair.client(), 10);
    rig.run(
        () -> {
          pair.client().transport().registerProducer(puller);
          pair.client().transport().loseWriteConnection();
        });
    rig.await("the server is told", server::isReadEnded);

    Pattern.check("what the server received", 10 * Puller.PIECE, server.bytes());
  }
}
