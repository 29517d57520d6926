// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.trial.FailureCode;
import dev.assay.trial.RealTimeRule;
import dev.assay.trial.Strictness;
import dev.assay.trial.TrialError;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.TrialOutcome.Passed;
import dev.assay.trial.TrialSettings;
import dev.assay.trial.run.Run;
import dev.assay.trial.run.Watched;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is said of a trial that passes because real time goes by. */
@Timeout(60)
@SuppressWarnings("FutureReturnValueIgnored") // a trial takes any object that it is to await
final class RealTimeSpentTest {
  private final Watched trial = new Watched();
  private final CountDownLatch gate = new CountDownLatch(1);

  @AfterEach
  void end() {
    gate.countDown();
    trial.close();
  }

  @Test
  void trial_thatSleeps_passesAndThatIsReported() {
    assertThat(overlooked(sleeping(TrialSettings.DEFAULT)))
        .hasMessageContaining("A-REAL-TIME: this has succeeded only because real time went by")
        .hasMessageContaining("about 100 ms of it")
        .hasMessageContaining("slept at RealTimeSpentTest.java:");
  }

  @Test
  void trial_thatSleepsAndIsStrict_fails() {
    assertThat(Run.codes(sleeping(TrialSettings.DEFAULT.withStrictness(Strictness.STRICT))))
        .containsExactly(FailureCode.REAL_TIME);
  }

  @Test
  void trial_thatSleepsAndMayNot_fails() {
    assertThat(Run.codes(sleeping(TrialSettings.DEFAULT.withRealTime(RealTimeRule.FAIL))))
        .containsExactly(FailureCode.REAL_TIME);
  }

  @Test
  void trial_thatSleepsAndMay_passesAndNothingIsSaid() {
    TrialSettings allowed =
        TrialSettings.DEFAULT.withStrictness(Strictness.STRICT).withRealTime(RealTimeRule.ALLOW);
    assertThat(sleeping(allowed)).isEqualTo(Watched.PASSED);
  }

  @Test
  void stage_thatAThreadCompletesWhichWaits_isReportedWithTheThread() {
    CompletableFuture<String> pong = new CompletableFuture<>();
    trial.start(
        context -> {
          trial.thread(
              () -> {
                awaitTheGate();
                pong.complete("pong");
              },
              "io-1");
          return pong;
        });
    trial.awaitLooks();
    gate.countDown();
    assertThat(overlooked(trial.outcome()))
        .hasMessageContaining("waited for thread io-1, at RealTimeSpentTest.java:");
  }

  @Test
  void stage_thatAThreadCompletesWhichComputes_isNotReported() {
    trial.start(context -> CompletableFuture.runAsync(this::spin, trial::thread));
    trial.awaitLooks();
    gate.countDown();
    assertThat(trial.outcome()).isEqualTo(Watched.PASSED);
  }

  @Test
  void future_thatAThreadCompletesWhichComputes_isNotReported() {
    trial.start(
        context -> {
          CompletableFuture.runAsync(this::spin, trial::thread).get(1, TimeUnit.HOURS);
          return null;
        });
    trial.awaitState(Thread.State.TIMED_WAITING);
    trial.rounds(Watched.ROUNDS);
    gate.countDown();
    assertThat(trial.outcome()).isEqualTo(Watched.PASSED);
  }

  /** Runs a trial that sleeps for two rounds. */
  private TrialOutcome sleeping(TrialSettings settings) {
    trial.settings(settings);
    trial.start(
        context -> {
          try {
            TimeUnit.DAYS.sleep(1);
          } catch (InterruptedException awake) {
            return null;
          }
          return null;
        });
    trial.awaitState(Thread.State.TIMED_WAITING);
    trial.rounds(2);
    trial.interrupt();
    return trial.outcome();
  }

  private static TrialError overlooked(TrialOutcome outcome) {
    assertThat(outcome).isInstanceOf(Passed.class);
    assertThat(((Passed) outcome).overlooked()).hasSize(1);
    return ((Passed) outcome).overlooked().get(0);
  }

  private void spin() {
    while (gate.getCount() > 0) {
      Thread.onSpinWait();
    }
  }

  private void awaitTheGate() {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
