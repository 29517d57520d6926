// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Deferreds;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.pending.Cause;
import dev.assay.pending.Pending;
import dev.assay.pending.PendingKind;
import dev.assay.time.DelayedCall;
import dev.assay.time.LivelockError;
import dev.assay.trial.FailureCode;
import dev.assay.trial.TrialBody;
import dev.assay.trial.TrialError;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.TrialOutcome.Passed;
import dev.assay.trial.TrialSettings;
import dev.assay.trial.run.TrialRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Trials whose time is virtual: how they are driven, and when they are given up. */
final class TrialOnAClockTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final TrialOutcome PASSED = new Passed(List.of());

  private final List<String> log = new ArrayList<>();

  private static TrialOutcome run(TrialBody body) {
    return FrozenRun.of(TrialSettings.DEFAULT, body);
  }

  private static TrialError error(TrialOutcome outcome) {
    assertThat(FrozenRun.problems(outcome)).singleElement().isInstanceOf(TrialError.class);
    return (TrialError) FrozenRun.problems(outcome).get(0);
  }

  @Test
  void returnedDeferred_isDrivenToItsResult() {
    TrialRun run = FrozenRun.open(TrialSettings.DEFAULT);
    run.test(trial -> Deferreds.deferLater(new VirtualClock(), MINUTE, () -> log.add("fired")));
    assertThat(run.close()).isEqualTo(PASSED);
    assertThat(log).containsExactly("fired");
    assertThat(run.elapsed()).isEqualTo(MINUTE);
  }

  @Test
  void timeout_ofAStageThatAThreadComputes_doesNotStrike() {
    assertThat(
            run(
                trial -> {
                  VirtualClock clock = new VirtualClock();
                  CompletableFuture<Long> sum = CompletableFuture.supplyAsync(Computation::result);
                  return Deferreds.fromStage(sum, clock.executor())
                      .addTimeout(SECOND, clock)
                      .addEffect(value -> log.add(value + " at " + clock.elapsed()));
                }))
        .isEqualTo(PASSED);
    assertThat(log).containsExactly(Computation.result() + " at PT0S");
  }

  @Test
  void stage_thatAThreadComputes_isThereBeforeTheNextTimer() {
    assertThat(
            run(
                trial -> {
                  VirtualClock clock = new VirtualClock();
                  DelayedCall timer = clock.callLater(SECOND, () -> log.add("timer"));
                  trial.addCleanup(timer::cancel);
                  CompletionStage<Long> sum = CompletableFuture.supplyAsync(Computation::result);
                  return sum;
                }))
        .isEqualTo(PASSED);
    assertThat(log).isEmpty();
  }

  @Test
  void timeout_ofAStageThatNobodyComputes_strikes() {
    assertThat(
            run(
                trial -> {
                  VirtualClock clock = new VirtualClock();
                  return Deferreds.fromStage(new CompletableFuture<>(), clock.executor())
                      .addTimeout(MINUTE, clock)
                      .addErrback(TimeoutException.class, late -> log.add("late"));
                }))
        .isEqualTo(PASSED);
    assertThat(log).containsExactly("late");
  }

  /** What takes a thread a while. */
  private static final class Computation {
    private static final int STEPS = 30_000_000;

    static long result() {
      long sum = 0;
      for (int i = 0; i < STEPS; i++) {
        sum = sum * 31 + i;
      }
      return sum;
    }
  }

  @Test
  void stage_thatTheClockCompletes_isDrivenToItsResult() {
    assertThat(
            run(
                trial -> {
                  CompletableFuture<String> stage = new CompletableFuture<>();
                  new VirtualClock().callLater(MINUTE, () -> stage.complete("there"));
                  CompletionStage<String> awaited = stage;
                  return awaited;
                }))
        .isEqualTo(PASSED);
  }

  @Test
  void severalClocks_areAllDriven_whatHasLeastToGoFirst() {
    assertThat(
            run(
                trial -> {
                  VirtualClock first = new VirtualClock();
                  VirtualClock second = new VirtualClock();
                  first.callLater(Duration.ofSeconds(3), () -> log.add("first after 3"));
                  first.callLater(SECOND, () -> log.add("first after 1"));
                  return Deferreds.deferLater(
                      second, Duration.ofSeconds(4), () -> log.add("second after 4"));
                }))
        .isEqualTo(PASSED);
    assertThat(log).containsExactly("first after 1", "first after 3", "second after 4");
  }

  @Test
  void virtualLimit_holdsForEachWaitByItself() {
    TrialRun run = FrozenRun.open(TrialSettings.DEFAULT.withVirtualLimit(MINUTE));
    List<VirtualClock> clock = new ArrayList<>();
    run.setUp(
        trial -> {
          clock.add(new VirtualClock());
          return Deferreds.deferLater(clock.get(0), MINUTE, () -> log.add("setUp"));
        });
    run.test(trial -> Deferreds.deferLater(clock.get(0), MINUTE, () -> log.add("test")));
    run.context()
        .addDeferringCleanup(
            () -> Deferreds.deferLater(clock.get(0), MINUTE, () -> log.add("cleanup")));
    assertThat(run.close()).isEqualTo(PASSED);
    assertThat(log).containsExactly("setUp", "test", "cleanup");
    assertThat(run.elapsed()).isEqualTo(MINUTE.multipliedBy(3));
  }

  @Test
  void virtualLimit_oneNanosecondMore_isOver() {
    TrialOutcome outcome =
        FrozenRun.of(
            TrialSettings.DEFAULT.withVirtualLimit(MINUTE),
            trial -> Deferreds.deferLater(new VirtualClock(), MINUTE.plusNanos(1), () -> null));
    assertThat(FrozenRun.codes(outcome))
        .containsExactly(FailureCode.TIME_LIMIT, FailureCode.PENDING_CALL);
  }

  @Test
  void virtualLimit_ofAges_isNoOverflow() {
    Duration ages = Duration.ofSeconds(Long.MAX_VALUE);
    assertThat(
            FrozenRun.of(
                TrialSettings.DEFAULT.withVirtualLimit(ages),
                trial -> Deferreds.deferLater(new VirtualClock(), MINUTE, () -> null)))
        .isEqualTo(PASSED);
  }

  @Test
  void end_doesWhatIsReady_butMovesNoTime() {
    TrialOutcome outcome =
        run(
            trial -> {
              VirtualClock clock = new VirtualClock();
              clock.callLater(
                  Duration.ZERO,
                  () -> {
                    log.add("ready");
                    clock.callLater(Duration.ZERO, () -> log.add("ready then"));
                    trial.addCleanup(() -> log.add("cleaned"));
                  });
              clock.callLater(Duration.ofNanos(1), () -> log.add("too late"));
              return null;
            });
    assertThat(FrozenRun.codes(outcome)).containsExactly(FailureCode.PENDING_CALL);
    assertThat(log).containsExactly("ready", "ready then", "cleaned");
  }

  @Test
  void end_whatFailsThere_isAProblem() {
    TrialOutcome outcome =
        run(
            trial -> {
              new VirtualClock().callLater(Duration.ZERO, TrialOnAClockTest::fail);
              return null;
            });
    assertThat(error(outcome).code()).isEqualTo(FailureCode.LOGGED_ERROR);
    assertThat(error(outcome)).hasCauseInstanceOf(IllegalStateException.class);
  }

  private static void fail() {
    throw new IllegalStateException("in a call");
  }

  @Test
  void livelock_inTheBodysOwnDrive_isToldOnceWithItsCode() {
    TrialOutcome outcome =
        run(
            trial -> {
              VirtualClock clock = new VirtualClock();
              spin(clock);
              clock.advance(SECOND);
              return null;
            });
    assertThat(error(outcome).code()).isEqualTo(FailureCode.LIVELOCK);
  }

  @Test
  void livelock_thatTheTestCatches_isFoundAtTheEnd() {
    TrialOutcome outcome =
        run(
            trial -> {
              VirtualClock clock = new VirtualClock();
              spin(clock);
              try {
                clock.advance(SECOND);
              } catch (LivelockError caught) {
                log.add("caught");
              }
              return null;
            });
    assertThat(error(outcome).code()).isEqualTo(FailureCode.LIVELOCK);
    assertThat(log).containsExactly("caught");
  }

  private static void spin(VirtualClock clock) {
    clock.callLater(Duration.ZERO, () -> spin(clock));
  }

  @Test
  void await_insideACall_isRefusedThere() {
    TrialOutcome outcome =
        run(
            trial -> {
              VirtualClock clock = new VirtualClock();
              Deferred<String> pong = new Deferred<String>().label("pong");
              clock.callLater(SECOND, () -> sneak(() -> trial.await(pong)));
              clock.callLater(MINUTE, () -> pong.callback("there"));
              return pong;
            });
    assertThat(error(outcome).getCause())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageMatching(
            "cannot await Deferred#1 \\(pong\\) now: DelayedCall#1, armed at"
                + " TrialOnAClockTest\\.java:\\d+ in \\w+, is running; add a callback to it"
                + " instead");
  }

  private static void sneak(Throwing body) {
    try {
      body.run();
    } catch (RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void await_ofWhatHasFired_insideACall_isFine() {
    assertThat(
            run(
                trial -> {
                  VirtualClock clock = new VirtualClock();
                  clock.callLater(SECOND, () -> sneak(() -> trial.await(Deferred.succeed(1))));
                  clock.advance(SECOND);
                  return null;
                }))
        .isEqualTo(PASSED);
  }

  @Test
  void foreignCall_thatIsAllowed_isWaitedFor() {
    TrialOutcome outcome =
        run(
            trial -> {
              trial.allowPending(PendingKind.FOREIGN_CALL);
              FakeReactor reactor = new FakeReactor();
              Deferred<String> answer = new Deferred<>();
              new Thread(() -> reactor.callFromThread(() -> answer.callback("theirs"))).start();
              return answer;
            });
    assertThat(outcome).isEqualTo(PASSED);
  }

  @Test
  void cause_ofAThousandBeats_keepsTheLastFew() {
    TrialOutcome outcome =
        run(
            trial -> {
              VirtualClock clock = new VirtualClock();
              beat(clock, 1_001);
              clock.advance(Duration.ofSeconds(1_000));
              return null;
            });
    List<Pending> left = error(outcome).pending();
    int links = 0;
    Cause first = null;
    for (Cause link = left.get(0).cause(); link != null; link = link.earlier()) {
      first = link;
      links++;
    }
    assertThat(links).isBetween(10, 20);
    assertThat(first).isNotNull();
    assertThat(links + first.forgotten()).isEqualTo(1_000);
  }

  private static void beat(VirtualClock clock, int left) {
    if (left > 0) {
      clock.callLater(SECOND, () -> beat(clock, left - 1));
    }
  }

  /** What may throw. */
  @FunctionalInterface
  private interface Throwing {
    @Nullable Object run() throws Throwable;
  }
}
