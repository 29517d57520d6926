// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.stream;

import dev.assay.contract.peer.Net;
import dev.assay.contract.peer.Pair;
import dev.assay.contract.peer.Pattern;
import dev.assay.contract.peer.Peer;
import dev.assay.contract.peer.Puller;
import dev.assay.contract.peer.Pusher;
import dev.assay.contract.peer.StreamRule;
import dev.assay.contract.rig.Expect;
import dev.assay.contract.rig.Rig;
import dev.assay.time.ReactorTime;
import java.util.List;

/** The checks of producers that write as fast as the network accepts bytes. */
final class ProducerChecks {
  static final List<StreamRule> RULES =
      List.of(
          rule(
              "push.paused-when-too-much-is-kept",
              "A push producer is paused when the network does not accept what it writes.",
              ProducerChecks::pushIsPaused),
          rule(
              "push.resumed-when-it-is-sent",
              "A push producer that is paused is resumed when the network continues; all arrives.",
              ProducerChecks::pushIsResumed),
          rule(
              "push.pause-and-resume-alternate",
              "A push producer is paused and resumed in turn, never twice in a row.",
              ProducerChecks::pushAlternates),
          rule(
              "push.little-does-not-pause",
              "A push producer that writes little is not paused.",
              ProducerChecks::littleDoesNotPause),
          rule(
              "push.unregistered-hears-no-more",
              "A producer that has unregistered receives no further calls.",
              ProducerChecks::unregisteredHearsNoMore),
          rule(
              "pull.asked-at-once",
              "A pull producer is asked for a piece when it registers.",
              ProducerChecks::pullAskedAtOnce),
          rule(
              "pull.asked-again-when-sent",
              "A pull producer is asked again whenever all is sent, until it unregisters.",
              ProducerChecks::pullAskedAgain),
          rule(
              "pull.does-not-run-ahead",
              "A pull producer is not asked while the network does not accept what it wrote.",
              ProducerChecks::pullDoesNotRunAhead));

  private ProducerChecks() {}

  private static StreamRule rule(String name, String meaning, StreamRule.Body body) {
    return StreamRule.of("producer." + name, meaning, body, ReactorTime.class);
  }

  /** Creates a pair whose client writes until it is paused, as its server does not read. */
  private static Pusher paused(Rig rig, Pair pair) {
    // Whatever else may hold the client's bytes, such as a handshake, is over when it receives.
    rig.run(() -> pair.server().write("ready"));
    rig.await("the client receives", () -> pair.client().received() == 5);
    rig.run(() -> pair.server().transport().pauseProducing());
    Pusher pusher = new Pusher(rig, pair.client());
    rig.run(pusher::start);
    rig.await("the producer is paused", () -> pusher.was("paused"));
    return pusher;
  }

  private static void resumeServer(Rig rig, Pair pair) {
    rig.run(() -> pair.server().transport().resumeProducing());
  }

  private static void pushIsPaused(Rig rig, Net net) {
    Pusher pusher = paused(rig, net.pair());

    Expect.equal("what the producer was told first", "paused", pusher.events().get(0));
  }

  private static void pushIsResumed(Rig rig, Net net) {
    Pair pair = net.pair();
    Pusher pusher = paused(rig, pair);
    rig.run(() -> pusher.endAfter(4));
    resumeServer(rig, pair);
    rig.await("the producer is resumed", () -> pusher.was("resumed"));
    rig.run(() -> pair.client().lose());
    rig.await("both hear of the end", pair::isOver);

    Pattern.check("what the server received", pusher.written(), pair.server().bytes());
  }

  private static void pushAlternates(Rig rig, Net net) {
    Pair pair = net.pair();
    Pusher pusher = paused(rig, pair);
    for (int i = 0; i < 3; i++) {
      int before = pusher.events().size();
      resumeServer(rig, pair);
      rig.await("the producer is resumed", () -> pusher.events().size() > before);
      rig.run(() -> pair.server().transport().pauseProducing());
      rig.await("the producer is paused", () -> pusher.events().size() > before + 1);
    }

    List<String> events = pusher.events();
    for (int i = 0; i < events.size(); i++) {
      Expect.equal("event " + i, i % 2 == 0 ? "paused" : "resumed", events.get(i));
    }
  }

  private static void littleDoesNotPause(Rig rig, Net net) {
    Pair pair = net.pair();
    Pusher pusher = new Pusher(rig, pair.client());
    rig.run(() -> pair.client().transport().registerProducer(pusher));
    rig.run(() -> pair.client().write("a little"));
    rig.await("the server receives", () -> pair.server().received() == 8);
    rig.run(() -> pair.client().transport().unregisterProducer());

    Expect.equal("what the producer was told", List.of(), pusher.events());
  }

  private static void unregisteredHearsNoMore(Rig rig, Net net) {
    Pair pair = net.pair();
    Pusher pusher = paused(rig, pair);
    List<String> told = rig.get(() -> unregister(pair.client(), pusher));
    resumeServer(rig, pair);
    rig.await("all arrives", () -> pair.server().received() >= pusher.written());
    rig.run(() -> pair.client().abort());
    rig.await("both hear of the end", pair::isOver);

    Expect.equal("what the producer was told", told, pusher.events());
  }

  private static List<String> unregister(Peer peer, Pusher pusher) {
    peer.transport().unregisterProducer();
    pusher.stop();
    return pusher.events();
  }

  private static void pullAskedAtOnce(Rig rig, Net net) {
    Pair pair = net.pair();
    Puller puller = new Puller(rig, pair.client(), 1);
    rig.run(
        () -> {
          pair.client().transport().registerProducer(puller);
          Expect.equal("how often it was asked inside", 1, puller.asked());
        });
    rig.await("it is asked again", puller::isDone);
  }

  private static void pullAskedAgain(Rig rig, Net net) {
    Pair pair = net.pair();
    Puller puller = new Puller(rig, pair.client(), 20);
    rig.run(() -> pair.client().transport().registerProducer(puller));
    rig.await("it has unregistered", puller::isDone);
    rig.await("all arrives", () -> pair.server().received() >= 20 * Puller.PIECE);

    Pattern.check("what the server received", 20 * Puller.PIECE, pair.server().bytes());
    Expect.equal("stopProducing()", 0, puller.stopped());
  }

  private static void pullDoesNotRunAhead(Rig rig, Net net) {
    Pair pair = net.pair();
    rig.run(() -> pair.server().transport().pauseProducing());
    Puller puller = new Puller(rig, pair.client(), 1_000);
    rig.run(() -> pair.client().transport().registerProducer(puller));
    int asked;
    do {
      asked = puller.asked();
      rig.settle();
    } while (puller.asked() > asked);

    Expect.isTrue("it must not be asked for all: " + asked, asked < 1_000);
    rig.run(() -> pair.client().abort());
    rig.await("it is stopped", () -> puller.stopped() == 1);
  }
}
