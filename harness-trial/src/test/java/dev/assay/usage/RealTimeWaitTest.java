// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.trial.FailureCode;
import dev.assay.trial.TrialError;
import dev.assay.trial.TrialOutcome.Passed;
import dev.assay.trial.TrialSettings;
import dev.assay.trial.run.Run;
import dev.assay.trial.run.Watched;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a trial waits for when nothing in it is left to happen. */
@Timeout(60)
@SuppressWarnings("FutureReturnValueIgnored") // a trial takes any object that it is to await
final class RealTimeWaitTest {
  private final Watched trial = new Watched();
  private final CountDownLatch gate = new CountDownLatch(1);

  @AfterEach
  void end() {
    gate.countDown();
    trial.close();
  }

  @Test
  void deferred_thatNobodyIsThereToFire_canNeverFire() {
    TrialError error = Run.error(Run.of(context -> new Deferred<>().label("pong")));
    assertThat(error.code()).isEqualTo(FailureCode.NEVER_FIRES);
    assertThat(error)
        .hasMessageContaining("Deferred#1 (pong) can never fire: nothing is ready and nothing is")
        .hasMessageNotContaining("waited");
  }

  @Test
  void deferred_thatAThreadOfTheTrialTriesToFire_isAForeignCallFirst() {
    trial.start(
        context -> {
          Deferred<String> pong = new Deferred<String>().label("pong");
          trial.thread(() -> fireAtTheGate(pong), "io-1");
          return pong;
        });
    trial.awaitRealTimeWait();
    gate.countDown();
    TrialError error = Run.error(trial.outcome());
    assertThat(error.code()).isEqualTo(FailureCode.FOREIGN_CALL);
    assertThat(error)
        .hasMessageContaining("another thread has passed work to the trial, and Deferred#1 (pong)")
        .hasMessageContaining("thread io-1 ");
  }

  @Test
  void deferred_whoseThreadTriesToFireItWhileWhatIsLeftIsLookedAt_isAForeignCallFirst() {
    trial.start(
        context -> {
          Deferred<String> awaited = new Deferred<String>().label("pong");
          Thread last = trial.thread(() -> fireAtTheGate(awaited), "io-1");
          Deferred.fail(new LookedAt(last));
          return awaited;
        });
    assertThat(Run.problems(trial.outcome()).get(0))
        .isInstanceOfSatisfying(
            TrialError.class,
            error -> assertThat(error.code()).isEqualTo(FailureCode.FOREIGN_CALL));
  }

  @Test
  void deferred_whoseThreadEndsWithoutFiringIt_neverFiresAndTheThreadIsNamed() {
    trial.start(
        context -> {
          trial.thread(this::awaitTheGate, "io-1");
          return new Deferred<>();
        });
    trial.awaitLooks();
    gate.countDown();
    TrialError error = Run.error(trial.outcome());
    assertThat(error.code()).isEqualTo(FailureCode.NEVER_FIRES);
    assertThat(error)
        .hasMessageContaining("Deferred#1 does not fire: nothing is ready, nothing is armed, and")
        .hasMessageContaining("of real time for thread io-1, at RealTimeWaitTest.java:");
  }

  @Test
  void deferred_whoseThreadStays_isWaitedForUpToTheLimit() {
    trial.settings(TrialSettings.DEFAULT.withRealLimit(Duration.ofMillis(60)));
    trial.start(
        context -> {
          trial.thread(this::awaitTheGate, "io-1");
          return new Deferred<>();
        });
    TrialError error = Run.error(trial.outcome());
    assertThat(error.code()).isEqualTo(FailureCode.NEVER_FIRES);
    assertThat(error).hasMessageContaining("waited 0.06s of real time for thread io-1, at ");
  }

  @Test
  void stage_thatAThreadOfTheTrialCompletes_isAwaited() {
    CompletableFuture<String> pong = new CompletableFuture<>();
    trial.start(
        context -> {
          trial.thread(
              () -> {
                awaitTheGate();
                pong.complete("pong");
              });
          return pong;
        });
    trial.awaitRealTimeWait();
    gate.countDown();
    assertThat(trial.outcome()).isInstanceOf(Passed.class);
  }

  @Test
  void stage_thatNobodyIsThereToComplete_neverEnds() {
    TrialError error = Run.error(Run.of(context -> new CompletableFuture<>()));
    assertThat(error.code()).isEqualTo(FailureCode.NEVER_FIRES);
    assertThat(error).hasMessageContaining("the stage that was returned ");
  }

  private void fireAtTheGate(Deferred<String> pong) {
    awaitTheGate();
    try {
      pong.callback("pong");
    } catch (IllegalStateException refused) {
      // As it was meant.
    }
  }

  private void awaitTheGate() {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** An exception that, when somebody asks what it says, lets a thread do its work and end. */
  private final class LookedAt extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Thread last;

    LookedAt(Thread last) {
      this.last = last;
    }

    @Override
    public String getMessage() {
      gate.countDown();
      try {
        last.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return "looked at";
    }
  }
}
