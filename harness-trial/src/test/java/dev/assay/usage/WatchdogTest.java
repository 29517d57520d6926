// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Sequential;
import dev.assay.ledger.Ledger;
import dev.assay.trial.FailureCode;
import dev.assay.trial.TrialBody;
import dev.assay.trial.TrialError;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.TrialOutcome.Passed;
import dev.assay.trial.TrialSettings;
import dev.assay.trial.Trials;
import dev.assay.trial.run.Run;
import dev.assay.trial.run.TrialRun;
import dev.assay.trial.run.Watchdog;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/**
 * Trials that would hold up the run. What waits here waits forever: that it is interrupted is what
 * is tested.
 */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
final class WatchdogTest {
  private static TrialError verdict(TrialBody body) {
    return Run.error(Trials.runAwaiting(Run.hasty(), body));
  }

  @Test
  void body_sleeps_isBlocking() {
    TrialError error =
        verdict(
            trial -> {
              TimeUnit.DAYS.sleep(1);
              return null;
            });
    assertThat(error.code()).isEqualTo(FailureCode.BLOCKING);
    assertThat(error)
        .hasMessageMatching(
            "(?s)A-BLOCKING: the trial's thread has slept in real time for 1\\d\\d ms"
                + " \\(virtual t=0s, \\d+ ms real\\).*");
    assertThat(error.getStackTrace())
        .extracting(StackTraceElement::getMethodName)
        .contains("sleep", "run");
  }

  @Test
  void body_waitsForAFuture_isARealWait() {
    CompletableFuture<String> never = new CompletableFuture<>();
    assertThat(verdict(trial -> never.get()).code()).isEqualTo(FailureCode.REAL_WAIT);
  }

  @Test
  void body_waitsForAMonitor_isBlocking() throws Exception {
    Object monitor = new Object();
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch free = new CountDownLatch(1);
    CompletableFuture<Void> holder =
        CompletableFuture.runAsync(
            () -> {
              synchronized (monitor) {
                held.countDown();
                await(free);
              }
            });
    held.await();
    TrialRun run = TrialRun.open("waits", Run.hasty());
    try (Watchdog watchdog = new Watchdog()) {
      // A thread that waits for a monitor cannot be interrupted, so the holder is let go.
      watchdog.watch(run, free::countDown);
      run.test(
          trial -> {
            synchronized (monitor) {
              return null;
            }
          });
    }
    holder.get();
    TrialError error = Run.error(run.close());
    assertThat(error.code()).isEqualTo(FailureCode.BLOCKING);
    assertThat(error).hasMessageContaining("has waited for a monitor in real time for ");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void body_computesForEver_isStuck() {
    TrialError error =
        verdict(
            trial -> {
              new Deferred<>().label("open");
              while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
              }
              return null;
            });
    assertThat(error.code()).isEqualTo(FailureCode.STUCK);
    assertThat(error).hasMessageContaining("open:\n  Deferred#1 (open): unfired");
  }

  @Test
  void body_movesOnForEver_isStuckInTheEnd() {
    TrialError error =
        Run.error(
            Trials.runAwaiting(
                Run.hasty().withRealLimit(Duration.ofMillis(50)),
                trial -> {
                  Ledger ledger = Objects.requireNonNull(Ledger.current());
                  while (!Thread.currentThread().isInterrupted()) {
                    ledger.progressed();
                  }
                  return null;
                }));
    assertThat(error.code()).isEqualTo(FailureCode.STUCK);
  }

  @Test
  void finallyBlock_thatIsUnwoundAtTheEnd_isWatchedToo() {
    TrialOutcome outcome =
        Trials.runAwaiting(
            Run.hasty(),
            trial -> {
              Sequential.run(
                  line -> {
                    try {
                      return line.await(new Deferred<>());
                    } finally {
                      TimeUnit.DAYS.sleep(1);
                    }
                  });
              return null;
            });
    assertThat(Run.codes(outcome)).contains(FailureCode.PENDING_DEFERRED, FailureCode.BLOCKING);
  }

  @Test
  void body_computesLongerThanItMayWait_passes() {
    TrialSettings patient = Run.hasty().withRealLimit(Duration.ofMinutes(1));
    assertThat(
            Trials.runAwaiting(
                patient,
                trial -> {
                  compute(Duration.ofMillis(250));
                  return null;
                }))
        .isEqualTo(new Passed(List.of()));
  }

  @Test
  void body_computesLongerThanItMayWaitAndThenWaitsALittle_passes() {
    TrialSettings patient = TrialSettings.DEFAULT.withBlockingLimit(Duration.ofMillis(700));
    assertThat(
            Trials.runAwaiting(
                patient,
                trial -> {
                  compute(Duration.ofMillis(900));
                  return new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS) ? trial : null;
                }))
        .isInstanceOf(Passed.class);
  }

  private static void compute(Duration duration) {
    long end = System.nanoTime() + duration.toNanos();
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  @Test
  void callback_swallowsTheInterrupt_isTheVerdictAllTheSame() {
    TrialError error =
        verdict(
            trial -> {
              try {
                TimeUnit.DAYS.sleep(1);
              } catch (InterruptedException swallowed) {
                return null;
              }
              return null;
            });
    assertThat(error.code()).isEqualTo(FailureCode.BLOCKING);
  }

  @Test
  void bodyOfSequential_sleeps_isBlocking() {
    TrialError error =
        verdict(
            trial ->
                Sequential.run(
                    line -> {
                      TimeUnit.DAYS.sleep(1);
                      return "awake";
                    }));
    assertThat(error.code()).isEqualTo(FailureCode.BLOCKING);
  }

  @Test
  void cleanUp_sleeps_isBlockingAndTheOthersRun() {
    StringBuilder log = new StringBuilder();
    TrialError error =
        verdict(
            trial -> {
              trial.addCleanup(() -> log.append("still cleaned"));
              trial.addCleanup(() -> TimeUnit.DAYS.sleep(1));
              return null;
            });
    assertThat(error.code()).isEqualTo(FailureCode.BLOCKING);
    assertThat(log).hasToString("still cleaned");
  }

  @Test
  void threadThatAnswersNoInterrupt_isLost() {
    CountDownLatch lost = new CountDownLatch(1);
    TrialRun run = TrialRun.open("deaf", Run.hasty());
    try (Watchdog watchdog = new Watchdog()) {
      watchdog.watch(run, lost::countDown);
      run.test(
          trial -> {
            while (lost.getCount() > 0) {
              Thread.onSpinWait();
            }
            return null;
          });
    }
    assertThat(Run.codes(run.close())).containsExactly(FailureCode.STUCK);
  }

  @Test
  void lostTrial_whoseReportWaits_doesNotHoldUpOthers() {
    CountDownLatch lost = new CountDownLatch(1);
    CountDownLatch other = new CountDownLatch(1);
    TrialRun run = TrialRun.open("deaf", Run.hasty());
    try (Watchdog watchdog = new Watchdog()) {
      watchdog.watch(
          run,
          () -> {
            lost.countDown();
            await(other);
          });
      run.test(
          trial -> {
            while (lost.getCount() > 0) {
              Thread.onSpinWait();
            }
            watchdog.watch(TrialRun.open("other", Run.hasty()), () -> {}).close();
            other.countDown();
            return null;
          });
    }
    assertThat(Run.codes(run.close())).containsExactly(FailureCode.STUCK);
  }

  @Test
  void errorThatNeverSaysWhatItIs_isWatchedWhenTheVerdictIsWritten() {
    CountDownLatch lost = new CountDownLatch(1);
    Throwable mute =
        new IllegalStateException() {
          @Override
          public String getMessage() {
            while (lost.getCount() > 0) {
              Thread.onSpinWait();
            }
            return "mute no more";
          }
        };
    TrialRun run = TrialRun.open("mute", Run.hasty());
    try (Watchdog watchdog = new Watchdog()) {
      watchdog.watch(run, lost::countDown);
      run.test(
          trial -> {
            Objects.requireNonNull(Ledger.current()).logError("it", mute);
            TimeUnit.DAYS.sleep(1);
            return null;
          });
    }
    assertThat(Run.codes(run.close()))
        .containsExactly(FailureCode.BLOCKING, FailureCode.LOGGED_ERROR);
  }

  @Test
  void manyOtherTrials_doNotMakeTimePassFaster() {
    try (Watchdog watchdog = new Watchdog()) {
      TrialRun slow = TrialRun.open("slow", Run.hasty().withRealLimit(Duration.ofSeconds(20)));
      watchdog.watch(slow, () -> {});
      slow.test(
          trial -> {
            for (int i = 0; i < 1_000; i++) {
              watchdog.watch(TrialRun.open("quick", Run.hasty()), () -> {}).close();
            }
            return null;
          });
      assertThat(slow.close()).isEqualTo(new Passed(List.of()));
    }
  }
}
