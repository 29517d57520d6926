// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import dev.assay.reactor.ReactorTcp;
import java.util.List;
import java.util.function.Consumer;

/**
 * The checks of registering and unregistering producers, and of connections that end while one is
 * registered.
 */
final class TcpConsumerChecks {
  static final List<ContractCheck> CHECKS =
      List.of(
          tcp(
              "second-is-refused",
              "To register a second producer throws IllegalStateException; the first one stays.",
              TcpConsumerChecks::secondIsRefused),
          tcp(
              "unregister-none-is-refused",
              "To unregister a producer when there is none throws IllegalStateException.",
              TcpConsumerChecks::unregisterNone),
          tcp(
              "another-after-the-first",
              "When a producer has unregistered, another can register.",
              TcpConsumerChecks::anotherAfterTheFirst),
          tcp(
              "stopped-if-registered-too-late",
              "A producer that registers on a connection that has ended is stopped, and not asked.",
              TcpConsumerChecks::stoppedIfTooLate),
          tcp(
              "stopped-when-the-peer-closes",
              "A producer is stopped, once, when the other side closes.",
              rig -> stoppedWhen(rig, pair -> pair.server().lose())),
          tcp(
              "stopped-when-the-peer-aborts",
              "A producer is stopped, once, when the other side aborts.",
              rig -> stoppedWhen(rig, pair -> pair.server().abort())),
          tcp(
              "stopped-when-this-side-aborts",
              "A producer is stopped, once, when its own side aborts, which waits for no producer.",
              rig -> stoppedWhen(rig, pair -> pair.client().abort())),
          tcp(
              "lose-waits-for-push",
              "loseConnection waits until a push producer has unregistered; all it wrote arrives.",
              TcpConsumerChecks::loseWaitsForPush),
          tcp(
              "lose-waits-for-pull",
              "loseConnection continues to ask a pull producer until it unregisters; all arrives.",
              TcpConsumerChecks::loseWaitsForPull),
          tcp(
              "half-close-waits",
              "loseWriteConnection waits until a producer has unregistered.",
              TcpConsumerChecks::halfCloseWaits));

  private TcpConsumerChecks() {}

  private static ContractCheck tcp(String name, String meaning, ContractCheck.Body body) {
    return ContractCheck.of("tcp.producer." + name, meaning, body, ReactorTcp.class);
  }

  private static void secondIsRefused(Rig rig) {
    Pair pair = rig.net().pair();
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

  private static void unregisterNone(Rig rig) {
    Pair pair = rig.net().pair();

    rig.thrown(
        IllegalStateException.class,
        "unregisterProducer()",
        () -> pair.client().transport().unregisterProducer());
  }

  private static void anotherAfterTheFirst(Rig rig) {
    Pair pair = rig.net().pair();
    for (int i = 0; i < 2; i++) {
      Puller puller = new Puller(rig, pair.client(), 2);
      rig.run(() -> pair.client().transport().registerProducer(puller));
      rig.await("it has unregistered", puller::isDone);
    }
    rig.run(() -> pair.client().transport().registerProducer(new Pusher(rig, pair.client())));
    rig.run(() -> pair.client().transport().unregisterProducer());

    rig.await("all arrives", () -> pair.server().received() == 4 * Puller.PIECE);
  }

  private static void stoppedIfTooLate(Rig rig) {
    Pair pair = rig.net().pair();
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

  private static void stoppedWhen(Rig rig, Consumer<Pair> end) {
    Pair pair = rig.net().pair();
    Pusher pusher = new Pusher(rig, pair.client());
    rig.run(() -> pair.client().transport().registerProducer(pusher));
    rig.run(() -> end.accept(pair));
    rig.await("both hear of the end", pair::isOver);
    rig.settle();

    Expect.equal("what the producer was told", List.of("stopped"), pusher.events());
  }

  private static void loseWaitsForPush(Rig rig) {
    Pair pair = rig.net().pair();
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

  private static void loseWaitsForPull(Rig rig) {
    Pair pair = rig.net().pair();
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

  private static void halfCloseWaits(Rig rig) {
    HalfPeer server = rig.net().halfPeer("server");
    Pair pair = rig.net().pair(rig.net().peer("client"), server);
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
