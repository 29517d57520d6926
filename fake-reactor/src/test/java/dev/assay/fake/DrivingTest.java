// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Deferreds;
import dev.assay.fake.event.Phase;
import dev.assay.fake.event.Step;
import dev.assay.fake.network.Datagrams;
import dev.assay.fake.network.Pair;
import dev.assay.fake.network.RecordingClient;
import dev.assay.fake.network.RecordingProtocol;
import dev.assay.ledger.Ledger;
import dev.assay.reactor.SystemEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DrivingTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final FakeReactor reactor = new FakeReactor();
  private final List<String> log = new ArrayList<>();

  @Test
  void step_doesOneThing_andSaysWhat() {
    reactor.connectTcp("localhost", 80, new RecordingClient(log));
    reactor.callLater(Duration.ZERO, () -> log.add("call")).label("ping");
    reactor.callFromThread(() -> log.add("thread call"));
    log.clear();

    assertThat(reactor.step())
        .contains(
            new Step(
                Duration.ZERO,
                Phase.THREAD_CALLS,
                "call from thread "
                    + Thread.currentThread().getName()
                    + ", a lambda of DrivingTest"));
    assertThat(log).containsExactly("thread call");
    assertThat(reactor.step().orElseThrow().toString())
        .isEqualTo("t=0s DelayedCall (ping), a lambda of DrivingTest");
    assertThat(reactor.step())
        .contains(new Step(Duration.ZERO, Phase.NETWORK, "request of localhost:80"));
    assertThat(reactor.step())
        .contains(new Step(Duration.ZERO, Phase.NETWORK, "answer to localhost:80"));
    assertThat(reactor.step()).isEmpty();
    assertThat(log)
        .containsExactly(
            "thread call", "call", "failed ConnectionRefusedException", "factory stopped");
  }

  @Test
  void step_doesNotMoveTime() {
    reactor.callLater(SECOND, () -> log.add("call"));

    assertThat(reactor.step()).isEmpty();
    assertThat(reactor.elapsed()).isZero();
  }

  @Test
  void turn_goesThroughThePhases_andLeavesWhatItMakesReadyToTheNext() {
    reactor.start();
    reactor.stop();
    reactor.addSystemEventTrigger(
        SystemEvent.Phase.DURING,
        SystemEvent.SHUTDOWN,
        () -> {
          log.add("shutdown");
          return null;
        });
    reactor.callInThread(() -> log.add("task"));
    reactor.callLater(
        Duration.ZERO,
        () -> {
          log.add("call");
          reactor.callFromThread(() -> log.add("next turn"));
        });
    reactor.callFromThread(() -> log.add("thread call"));

    assertThat(reactor.turn()).isEqualTo(4);
    assertThat(log).containsExactly("thread call", "call", "task", "shutdown");
    assertThat(reactor.turn()).isEqualTo(1);
    assertThat(reactor.turn()).isZero();
    assertThat(log).endsWith("next turn");
  }

  @Test
  void turn_finishesTheOneThatStepsHaveBegun() {
    for (String name : List.of("one", "two", "three")) {
      reactor.callLater(
          Duration.ZERO,
          () -> {
            log.add(name);
            reactor.callLater(Duration.ZERO, () -> log.add(name + " again"));
          });
    }
    Optional<Step> first = reactor.step();
    assertThat(first).isPresent();

    assertThat(reactor.turn()).isEqualTo(2);
    assertThat(log).containsExactly("one", "two", "three");
  }

  @Test
  void advance_letsEachCallSeeItsOwnTime() {
    reactor.callLater(SECOND, () -> log.add("at " + reactor.elapsed()));
    reactor.callLater(SECOND.multipliedBy(2), () -> log.add("at " + reactor.elapsed()));
    reactor.advance(SECOND.multipliedBy(3));

    assertThat(log).containsExactly("at PT1S", "at PT2S");
  }

  @Test
  void jump_letsEachCallSeeTheEnd() {
    reactor.callLater(SECOND, () -> log.add("at " + reactor.elapsed()));
    reactor.callLater(SECOND.multipliedBy(2), () -> log.add("at " + reactor.elapsed()));
    reactor.jump(SECOND.multipliedBy(3));

    assertThat(log).containsExactly("at PT3S", "at PT3S");
  }

  @Test
  void advanceToNext_movesToTheNextThing_alsoOfTheNetwork() {
    reactor.names().delay(SECOND);
    Deferred<?> found = reactor.resolve("localhost");

    assertThat(reactor.advanceToNext()).isTrue();
    assertThat(reactor.elapsed()).isEqualTo(SECOND);
    assertThat(found.isFired()).isTrue();
    assertThat(reactor.advanceToNext()).isFalse();
  }

  @Test
  void runUntilIdle_saysWhatIsStillToCome() {
    reactor.connectTcp("10.9.9.9", 80, new RecordingClient(log));

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> reactor.runUntilIdle(SECOND))
        .withMessage(
            "still not idle after 1s: armed: timeout of 10.9.9.9:80: due at t=30s, waiting");
  }

  @Test
  void runUntil_advancesUntilTheDeferredHasAResult_whichStays() {
    Deferred<String> later = Deferreds.deferLater(reactor, SECOND, () -> "value");
    reactor.callLater(SECOND.multipliedBy(2), () -> log.add("too late"));
    reactor.runUntil(later);
    later.addEffect(log::add);

    assertThat(log).containsExactly("value");
    assertThat(reactor.elapsed()).isEqualTo(SECOND);
  }

  @Test
  void runUntil_waitsForWhatTheDeferredWaitsFor() {
    Deferred<String> inner = new Deferred<String>().label("inner");
    Deferred<String> outer =
        Deferred.succeed("x").<String>addDeferringCallback(value -> inner).label("outer");
    reactor.callLater(SECOND, () -> inner.callback("done"));
    reactor.runUntil(outer);

    assertThat(reactor.elapsed()).isEqualTo(SECOND);
  }

  @Test
  void runUntil_ofADeferredThatNothingCanFire_failsAtOnce_andSaysWhatIsOpen() throws Exception {
    Deferred<String> inner = new Deferred<String>().label("inner");
    Deferred<String> outer =
        Deferred.succeed("x").<String>addDeferringCallback(value -> inner).label("outer");
    reactor.listenTcp(80, peer -> new RecordingProtocol("server", log));
    reactor.listenUdp(53, new Datagrams("dns", log));

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> reactor.runUntil(outer))
        .withMessage(
            "Deferred (outer) [waiting for Deferred (inner)],"
                + " which waits for Deferred (inner) [unfired, 1 callback] can never fire:"
                + " nothing is ready and nothing is armed; still open:"
                + "\n  ListeningPort 0.0.0.0:80 on localhost"
                + "\n  DatagramPort 0.0.0.0:53 on localhost");
    assertThat(reactor.elapsed()).isZero();
  }

  @Test
  void runUntil_inATrial_saysWhatTheLedgerKnows() {
    Ledger ledger = new Ledger();
    try (Ledger.Binding bound = ledger.bind()) {
      assertThat(bound).isNotNull();
      FakeReactor watched = new FakeReactor();
      Deferred<String> pong = new Deferred<String>().label("pong");

      assertThatExceptionOfType(AssertionError.class)
          .isThrownBy(() -> watched.runUntil(pong))
          .withMessageStartingWith(
              "Deferred#1 (pong) [unfired] can never fire: nothing is ready and nothing is armed;"
                  + " still open:\n  Deferred#1 (pong): unfired; created at ");
    }
  }

  @Test
  void runUntil_endsAtItsLimit() {
    tick();
    Deferred<String> never = new Deferred<String>().label("never");

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> reactor.runUntil(never))
        .withMessage(
            "Deferred (never) [unfired] has no result after 2m: armed:"
                + " DelayedCall (tick), a lambda of DrivingTest: due at t=2m1s, waiting");
    assertThat(reactor.elapsed()).isEqualTo(Duration.ofMinutes(2));
  }

  private void tick() {
    reactor.callLater(SECOND, this::tick).label("tick");
  }

  @Test
  void runUntil_outsideATrial_throwsWhatCallsThrew() {
    Deferred<String> fired = new Deferred<>();
    reactor.callLater(
        SECOND,
        () -> {
          fired.callback("x");
          throw new IllegalStateException("lost?");
        });

    assertThatIllegalStateException()
        .isThrownBy(() -> reactor.runUntil(fired))
        .withMessage("lost?");
  }

  static List<Consumer<FakeReactor>> drives() {
    return List.of(
        FakeReactor::step,
        FakeReactor::turn,
        FakeReactor::run,
        FakeReactor::start,
        FakeReactor::advanceToNext,
        reactor -> reactor.advance(SECOND),
        reactor -> reactor.jump(SECOND),
        reactor -> reactor.runUntilIdle(SECOND),
        reactor -> reactor.runUntil(new Deferred<>()));
  }

  @ParameterizedTest
  @MethodSource("drives")
  void driving_insideACall_isRefused(Consumer<FakeReactor> drive) {
    reactor.callLater(Duration.ZERO, () -> drive.accept(reactor)).label("ping");

    assertThatIllegalStateException()
        .isThrownBy(() -> reactor.advance(Duration.ZERO))
        .withMessageMatching(
            "a call must not .*: DelayedCall \\(ping\\) is running;"
                + " use callLater for what is to follow");
  }

  @ParameterizedTest
  @MethodSource("drives")
  void driving_insideAnEventOfTheNetwork_isRefused(Consumer<FakeReactor> drive) {
    List<Throwable> thrown = new ArrayList<>();
    RecordingProtocol client = new RecordingProtocol("client", log);
    client.onMade(
        () -> {
          try {
            drive.accept(reactor);
          } catch (IllegalStateException refused) {
            thrown.add(refused);
          }
        });
    Pair.connect(reactor, client, new RecordingProtocol("server", log));

    assertThat(thrown).hasSize(1);
    assertThat(thrown.get(0))
        .hasMessageMatching(
            "a call must not .*: answer to localhost:80 is running;"
                + " use callLater for what is to follow");
  }
}
