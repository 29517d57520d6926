// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.fake.VirtualClock;
import dev.assay.trial.FailureCode;
import dev.assay.trial.TrialBody;
import dev.assay.trial.TrialContext;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.TrialSettings;
import dev.assay.trial.Trials;
import dev.assay.trial.run.TrialRun;
import dev.assay.trial.run.Watchdog;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the first lines of a failure say: the true cause, and the line that is to blame. */
final class HeadlineTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private static TrialOutcome run(TrialBody body) {
    return FrozenRun.of(TrialSettings.DEFAULT, body);
  }

  private static Throwable first(TrialOutcome outcome) {
    return FrozenRun.problems(outcome).get(0);
  }

  private static Object fail() {
    throw new IllegalStateException("gone");
  }

  @Test
  void call_thatAnErrorHasLeftArmed_namesThatAsTheLikelyCause() {
    TrialOutcome outcome =
        run(
            trial -> {
              VirtualClock clock = new VirtualClock();
              var heartbeat = clock.callLater(SECOND.multipliedBy(2), () -> {});
              clock.callLater(
                  SECOND,
                  () -> {
                    fail();
                    heartbeat.cancel();
                  });
              clock.advance(SECOND);
              return null;
            });

    assertThat(FrozenRun.codes(outcome))
        .containsExactly(FailureCode.PENDING_CALL, FailureCode.LOGGED_ERROR);
    assertThat(first(outcome))
        .hasMessageContaining(
            "likely cause: the code that was to stop it may have ended with an error:"
                + " LoggedError#1");
    assertThat(FrozenRun.problems(outcome).get(1))
        .hasMessageStartingWith(
            "A-LOGGED-ERROR: an error was logged: java.lang.IllegalStateException: gone");
  }

  @Test
  void callFromAThread_comesBeforeTheErrorThatItsRefusalIs() {
    TrialOutcome outcome =
        Trials.runAwaiting(
            trial -> {
              Deferred<String> answer = new Deferred<>();
              Thread thread = new Thread(() -> answer.callback("pong"), "firing");
              thread.start();
              thread.join();
              return null;
            });

    assertThat(FrozenRun.codes(outcome))
        .containsExactly(FailureCode.FOREIGN_CALL, FailureCode.LOGGED_ERROR);
  }

  @Test
  void errorThatAThreadDiesOf_namesWhereItWasThrownAndNoUnknownPlace() {
    TrialOutcome outcome =
        Trials.runAwaiting(
            trial -> {
              Thread thread = new Thread(HeadlineTest::fail, "dying");
              thread.start();
              thread.join();
              return null;
            });

    assertThat(first(outcome)).hasMessageNotContaining("unknown place");
    assertThat(first(outcome).getStackTrace()[0].getMethodName()).isEqualTo("fail");
  }

  @Test
  void wait_afterAnError_namesThatAsTheLikelyCause() {
    TrialOutcome outcome =
        run(
            trial -> {
              VirtualClock clock = new VirtualClock();
              Deferred<String> answer = new Deferred<>();
              clock.callLater(
                  SECOND,
                  () -> {
                    fail();
                    answer.callback("pong");
                  });
              return answer;
            });

    assertThat(first(outcome))
        .hasMessageStartingWith("A-NEVER-FIRES")
        .hasMessageContainingAll("likely cause: the code that would fire it", "LoggedError#1");
  }

  @Test
  void stage_thatIsAwaited_isNamedByTheLineThatWaits() {
    TrialOutcome outcome =
        run(
            trial -> {
              trial.await(new CompletableFuture<>());
              return null;
            });

    assertThat(first(outcome))
        .hasMessageContaining("the stage that is awaited at HeadlineTest.java:");
    assertThat(first(outcome).getStackTrace()[0].getClassName())
        .isEqualTo(HeadlineTest.class.getName());
  }

  @Test
  void cleanUp_thatAddsItselfForEver_isNamedByItsLine() {
    TrialOutcome outcome =
        run(
            trial -> {
              addForEver(trial);
              return null;
            });

    assertThat(first(outcome))
        .hasMessageStartingWith("A-LIVELOCK")
        .hasMessageContainingAll("cleanup added at HeadlineTest.java:", "in addForEver");
    assertThat(first(outcome).getStackTrace()[0].getMethodName()).contains("addForEver");
  }

  private static void addForEver(TrialContext trial) {
    trial.addCleanup(() -> addForEver(trial));
  }

  @Test
  void unfiredDeferredOfOtherCode_namesTheLineThatWaitsForIt() {
    TrialOutcome outcome =
        run(
            trial -> {
              HeadlineTest.<String>ask().addCallback(String::length);
              return null;
            });

    assertThat(first(outcome))
        .hasMessageStartingWith("A-PENDING-DEFERRED")
        .hasMessageMatching(
            "(?s).*unfired, 1 callback, the last added at HeadlineTest.java:\\d+ in "
                + "unfiredDeferredOfOtherCode_namesTheLineThatWaitsForIt\n.*"
                + "created at HeadlineTest.java:\\d+ in ask,.*");
  }

  private static <T> Deferred<T> ask() {
    return new Deferred<>();
  }

  @Test
  void waitForAMonitor_namesTheThreadThatHoldsItAndItsLine() throws InterruptedException {
    Object monitor = new Object();
    CountDownLatch held = new CountDownLatch(1);
    Thread holder = new Thread(() -> hold(monitor, held), "holder");
    TrialRun run = FrozenRun.open(TrialSettings.DEFAULT.withBlockingLimit(Duration.ofMillis(100)));
    try (Watchdog watchdog = new Watchdog()) {
      watchdog.watch(run, holder::interrupt);
      run.test(trial -> waitFor(monitor, holder, held));
    }
    holder.join();

    assertThat(first(run.close()))
        .hasMessageStartingWith("A-BLOCKING")
        .hasMessageContaining("is held by thread holder, at HeadlineTest.java:");
  }

  private static void hold(Object monitor, CountDownLatch held) {
    synchronized (monitor) {
      held.countDown();
      while (!Thread.interrupted()) {
        LockSupport.park();
      }
    }
  }

  private static @Nullable Object waitFor(Object monitor, Thread holder, CountDownLatch held)
      throws InterruptedException {
    holder.start();
    held.await();
    synchronized (monitor) {
      return null;
    }
  }
}
