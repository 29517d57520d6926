// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.fake.VirtualClock;
import dev.assay.ledger.Ledger;
import dev.assay.usage.Clocks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import org.junit.jupiter.api.Test;

@SuppressWarnings("FutureReturnValueIgnored")
final class VirtualSchedulerTest {
  private final VirtualClock clock = new VirtualClock();
  private final ScheduledExecutorService executor = clock.scheduledExecutor();
  private final List<String> log = new ArrayList<>();

  @Test
  void scheduledTask_runsAtItsTime_andItsFutureHasTheResult() throws Exception {
    Future<String> future = executor.schedule(() -> "at " + clock.elapsed(), 3, SECONDS);
    clock.advance(Duration.ofMillis(2_999));
    assertThat(future).isNotDone();
    clock.advance(Duration.ofMillis(1));

    assertThat(future.get()).isEqualTo("at PT3S");
  }

  @Test
  void negativeDelay_isNoDelay() {
    executor.schedule(logging("a"), -5, SECONDS);
    executor.schedule(logging("b"), Long.MIN_VALUE, SECONDS);
    clock.advance(Duration.ZERO);

    assertThat(log).containsExactly("a at PT0S", "b at PT0S");
  }

  @Test
  void endlessDelay_isTheEndOfTheClock() {
    clock.advance(Duration.ofSeconds(1));
    ScheduledFuture<?> never = executor.schedule(logging("never"), Long.MAX_VALUE, SECONDS);

    assertThat(never.getDelay(NANOSECONDS)).isEqualTo(Long.MAX_VALUE - 1_000_000_000L);
    clock.advance(Duration.ofDays(365_000 / 4));
    assertThat(log).isEmpty();
  }

  @Test
  void tasksAndCalls_shareOneOrder() {
    executor.schedule(logging("a"), 1, SECONDS);
    clock.callLater(Duration.ofSeconds(1), logging("b"));
    clock.scheduledExecutor().schedule(logging("c"), 1, SECONDS);
    clock.advance(Duration.ofSeconds(1));

    assertThat(log).containsExactly("a at PT1S", "b at PT1S", "c at PT1S");
  }

  @Test
  void submittedTasks_areDueNow() throws Exception {
    Future<?> run = executor.submit(logging("run"));
    Future<String> given = executor.submit(logging("given"), "result");
    Future<String> called = executor.submit(() -> "called");
    assertThat(log).isEmpty();
    clock.advance(Duration.ZERO);

    assertThat(log).containsExactly("run at PT0S", "given at PT0S");
    assertThat(run.get()).isNull();
    assertThat(given.get()).isEqualTo("result");
    assertThat(called.get()).isEqualTo("called");
  }

  @Test
  void fixedRateAndFixedDelay_areTheSameWhileTimeIsStepped() {
    executor.scheduleAtFixedRate(logging("rate"), 1, 2, SECONDS);
    executor.scheduleWithFixedDelay(logging("delay"), 1, 2, SECONDS);
    clock.advance(Duration.ofSeconds(3));

    assertThat(log)
        .containsExactly("rate at PT1S", "delay at PT1S", "rate at PT3S", "delay at PT3S");
  }

  @Test
  void fixedRate_catchesUpAfterAStall() {
    executor.scheduleAtFixedRate(logging("rate"), 1, 2, SECONDS);
    clock.jump(Duration.ofSeconds(6));
    assertThat(log).containsExactly("rate at PT6S", "rate at PT6S", "rate at PT6S");
    clock.advance(Duration.ofSeconds(1));

    assertThat(log).hasSize(4).last().isEqualTo("rate at PT7S");
  }

  @Test
  void fixedDelay_countsFromTheEndOfARun() {
    executor.scheduleWithFixedDelay(logging("delay"), 1, 2, SECONDS);
    clock.jump(Duration.ofSeconds(6));
    assertThat(log).containsExactly("delay at PT6S");
    clock.advance(Duration.ofSeconds(2));

    assertThat(log).containsExactly("delay at PT6S", "delay at PT8S");
  }

  @Test
  void tasksThatAreCaughtUpWith_runInOrderOfTheirDueTimes() {
    executor.scheduleAtFixedRate(logging("rate"), 1, 1, SECONDS);
    clock.callLater(Duration.ofMillis(2_500), logging("call"));
    clock.jump(Duration.ofSeconds(3));

    assertThat(log).containsExactly("rate at PT3S", "rate at PT3S", "call at PT3S", "rate at PT3S");
  }

  @Test
  void catchingUp_isNoLivelock() {
    clock.withTurnLimit(10);
    executor.scheduleAtFixedRate(logging("rate"), 1, 1, MILLISECONDS);
    clock.jump(Duration.ofSeconds(1));

    assertThat(log).hasSize(1_000);
  }

  @Test
  void getDelay_isFromNowToTheNextRun() {
    ScheduledFuture<?> rate = executor.scheduleAtFixedRate(logging("rate"), 5, 2, SECONDS);
    clock.advance(Duration.ofSeconds(1));
    assertThat(rate.getDelay(MILLISECONDS)).isEqualTo(4_000);
    clock.advance(Duration.ofSeconds(4));

    assertThat(rate.getDelay(SECONDS)).isEqualTo(2);
  }

  @Test
  void futures_compareInTheOrderInWhichTheyWillRun() {
    ScheduledFuture<?> late = executor.schedule(logging("late"), 2, SECONDS);
    ScheduledFuture<?> first = executor.schedule(logging("first"), 1, SECONDS);
    ScheduledFuture<?> second = clock.scheduledExecutor().schedule(logging("b"), 1, SECONDS);
    ScheduledFuture<?> elsewhere =
        new VirtualClock().scheduledExecutor().schedule(logging("c"), 1_500, MILLISECONDS);
    List<ScheduledFuture<?>> futures = new ArrayList<>(List.of(late, elsewhere, second, first));
    futures.sort(null);

    assertThat(futures).containsExactly(first, second, elsewhere, late);
  }

  @Test
  void periodicTask_afterARun_comparesAsArmedAnew() {
    ScheduledFuture<?> rate = executor.scheduleAtFixedRate(logging("rate"), 1, 1, SECONDS);
    ScheduledFuture<?> once = executor.schedule(logging("once"), 2, SECONDS);
    assertThat(rate.compareTo(once)).isNegative();
    clock.advance(Duration.ofSeconds(1));

    assertThat(rate.compareTo(once)).isPositive();
  }

  @Test
  void throwingTask_failsItsFutureAndNothingElse() {
    Future<?> future = executor.submit(throwing("from the task"));
    clock.advance(Duration.ZERO);

    assertThatThrownBy(future::get)
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("from the task");
  }

  @Test
  void throwingPeriodicTask_stops_andItsFutureFails() {
    Runnable twice =
        () -> {
          log.add("run");
          if (log.size() == 2) {
            throw new IllegalStateException("second run");
          }
        };
    ScheduledFuture<?> future = executor.scheduleAtFixedRate(twice, 1, 1, SECONDS);
    clock.advance(Duration.ofSeconds(10));

    assertThat(log).containsExactly("run", "run");
    assertThat(clock.delayedCalls()).isEmpty();
    assertThatThrownBy(future::get)
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("second run");
  }

  @Test
  void executedTaskThatThrows_isToldLikeAnyCall() {
    executor.execute(throwing("nobody holds a future"));

    assertThatThrownBy(() -> clock.advance(Duration.ZERO)).hasMessage("nobody holds a future");
  }

  @Test
  void cancelledTask_neverRuns_andIsDisarmed() {
    Future<?> future = executor.schedule(logging("a"), 1, SECONDS);

    assertThat(future.cancel(true)).isTrue();
    assertThat(future.cancel(true)).isFalse();
    assertThat(future).isCancelled();
    assertThat(clock.delayedCalls()).isEmpty();
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void periodicTask_mayCancelItself() {
    List<Future<?>> futures = new ArrayList<>();
    futures.add(
        executor.scheduleAtFixedRate(
            () -> {
              log.add("run");
              futures.get(0).cancel(true);
              log.add("interrupted " + Thread.currentThread().isInterrupted());
            },
            1,
            1,
            SECONDS));
    clock.advance(Duration.ofSeconds(5));

    assertThat(log).containsExactly("run", "interrupted true");
    assertThat(Thread.interrupted()).isFalse();
    assertThat(clock.delayedCalls()).isEmpty();
  }

  @Test
  void periodicTaskThatShutsItsExecutorDown_runsNoMore() {
    Future<?> rate =
        executor.scheduleAtFixedRate(
            () -> {
              log.add("run");
              executor.shutdown();
            },
            1,
            1,
            SECONDS);
    clock.advance(Duration.ofSeconds(1));

    assertThat(log).containsExactly("run");
    assertThat(rate).isCancelled();
    assertThat(executor.isTerminated()).isTrue();
  }

  @Test
  void executor_isNotTerminatedWhileATaskRuns_evenACancelledOne() {
    List<Future<?>> futures = new ArrayList<>();
    futures.add(
        executor.submit(
            () -> {
              futures.get(0).cancel(false);
              executor.shutdown();
              log.add("terminated " + executor.isTerminated());
            }));
    clock.advance(Duration.ZERO);

    assertThat(log).containsExactly("terminated false");
    assertThat(executor.isTerminated()).isTrue();
  }

  @Test
  void anotherThread_mayScheduleAndCancel() throws Exception {
    Future<?> cancelled = executor.schedule(logging("cancelled"), 1, SECONDS);
    ScheduledFuture<?> kept =
        OtherThread.<ScheduledFuture<?>>running(
                () -> {
                  cancelled.cancel(false);
                  return executor.schedule(logging("kept"), 2, SECONDS);
                })
            .result();
    assertThat(cancelled).isCancelled();
    assertThat(kept.getDelay(SECONDS)).isEqualTo(2);
    clock.advance(Duration.ofSeconds(2));

    assertThat(log).containsExactly("kept at PT2S");
    assertThat(kept.isDone()).isTrue();
  }

  @Test
  void taskOfAnotherThread_thatComesLate_isDueNow() {
    clock.callLater(
        Duration.ofSeconds(1),
        () -> OtherThread.run(() -> executor.schedule(logging("other"), 0, SECONDS)));
    clock.callLater(Duration.ofSeconds(3), logging("call"));
    clock.advance(Duration.ofSeconds(5));

    assertThat(log).containsExactly("other at PT1S", "call at PT3S");
  }

  @Test
  void toString_tellsWhereATaskComesFromAndHowItStands() {
    ScheduledFuture<?> future = executor.schedule(logging("a"), 1, SECONDS);
    assertThat(future.toString())
        .isEqualTo("task, a lambda of VirtualSchedulerTest: due at t=1s, waiting");
    assertThat(clock.delayedCalls())
        .hasToString("[DelayedCall, a lambda of VirtualSchedulerTest: due at t=1s, waiting]");
    clock.advance(Duration.ofSeconds(1));
    assertThat(future.toString())
        .isEqualTo("task, a lambda of VirtualSchedulerTest: due at t=1s, done");
  }

  private Runnable logging(String name) {
    return () -> log.add(name + " at " + clock.elapsed());
  }

  private static Runnable throwing(String message) {
    return () -> {
      throw new IllegalStateException(message);
    };
  }

  @Test
  void failureThatIsReadWithoutGet_isToldNoMore() {
    Ledger ledger = new Ledger();
    VirtualClock watched = Clocks.in(ledger);
    VirtualTask<?> failed =
        (VirtualTask<?>) watched.scheduledExecutor().submit(() -> Integer.parseInt("none"));
    VirtualTask<?> fine = (VirtualTask<?>) watched.scheduledExecutor().submit(() -> "x");
    assertThatIllegalStateException().isThrownBy(failed::exceptionNow);
    assertThatIllegalStateException().isThrownBy(fine::resultNow);
    watched.advance(Duration.ZERO);
    assertThat(ledger.snapshot()).hasSize(1);

    assertThat(failed.exceptionNow()).isInstanceOf(NumberFormatException.class);
    assertThat(ledger.snapshot()).isEmpty();
    assertThatIllegalStateException().isThrownBy(failed::resultNow);
    assertThat(fine.resultNow()).isEqualTo("x");
    assertThatIllegalStateException().isThrownBy(fine::exceptionNow);
  }
}
