// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.trial.FailureCode;
import dev.assay.trial.TrialContext;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.TrialOutcome.Passed;
import dev.assay.trial.TrialThreads;
import dev.assay.trial.Trials;
import java.lang.Thread.UncaughtExceptionHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What threads do that no trial has made, and of what threads die. */
final class TrialThreadsTest {
  private static final TrialOutcome PASSED = new Passed(List.of());

  private final List<Throwable> seen = new ArrayList<>();
  private final ExecutorService pool = Executors.newFixedThreadPool(1);
  private UncaughtExceptionHandler before;

  @BeforeEach
  void startThreadAndKeepDeathsQuiet() throws Exception {
    before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, error) -> seen.add(error));
    pool.submit(() -> {}).get();
  }

  @AfterEach
  void endThread() {
    Thread.setDefaultUncaughtExceptionHandler(before);
    pool.shutdown();
  }

  @Test
  void poolOfAll_whatATaskMakes_isNobodys() {
    assertThat(Run.of(trial -> pool.submit(TrialThreadsTest::dropFailure).get())).isEqualTo(PASSED);
  }

  @Test
  void poolOfAll_thatCarriesTrials_whatATaskMakesIsTheTrials() {
    ExecutorService carrying = TrialThreads.carrying(pool);
    TrialOutcome outcome =
        Run.of(
            trial -> {
              carrying.submit(TrialThreadsTest::dropFailure).get();
              return null;
            });

    assertThat(Run.codes(outcome)).containsExactly(FailureCode.UNHANDLED_FAILURE);
    assertThat(outcome).isNotEqualTo(PASSED);
  }

  private static void dropFailure() {
    assertThat(Deferred.fail(new IllegalStateException("gone")).isUnhandled()).isTrue();
  }

  @Test
  void poolOfAll_thatCarriesTrials_deathOfATaskIsTheTrials() throws Exception {
    Thread worker = pool.submit(Thread::currentThread).get();
    ExecutorService carrying = TrialThreads.carrying(pool);
    TrialOutcome outcome =
        Run.of(
            trial -> {
              carrying.execute(() -> Integer.parseInt("none"));
              worker.join();
              return null;
            });

    assertThat(Run.error(outcome)).hasCauseInstanceOf(NumberFormatException.class);
    assertThat(seen).hasSize(1);
  }

  @Test
  void threadOfATrial_diesWhileTrialsAreWatched_failsItAndIsPassedOn() {
    TrialOutcome outcome;
    try (DeathWatch watch = DeathWatch.open()) {
      assertThat(watch).isNotNull();
      outcome = Run.of(TrialThreadsTest::die);
    }

    assertThat(Run.error(outcome))
        .hasMessageContaining("thread worker")
        .hasCauseInstanceOf(NumberFormatException.class);
    assertThat(seen).hasSize(1);
  }

  @Test
  void trialInPlainJava_whoseThreadDies_fails() {
    assertThat(Run.error(Trials.runAwaiting(TrialThreadsTest::die)).code())
        .isEqualTo(FailureCode.LOGGED_ERROR);
  }

  @Test
  void threadOfATrial_diesAfterAPartThatHasReplacedTheHandler_failsIt() {
    TrialOutcome outcome =
        Trials.run(
            trial -> {
              Thread.setDefaultUncaughtExceptionHandler((thread, error) -> seen.add(error));
              trial.addCleanup(() -> die(trial));
            });

    assertThat(Run.error(outcome).code()).isEqualTo(FailureCode.LOGGED_ERROR);
    assertThat(seen).hasSize(1);
  }

  @Test
  void threadOfATrial_isAboutToDieWhenThatEnds_failsIt() {
    AtomicBoolean ending = new AtomicBoolean();
    TrialOutcome outcome =
        Trials.run(
            trial -> {
              trial.addCleanup(() -> ending.set(true));
              new Thread(() -> Integer.parseInt("none".repeat(spin(ending)))).start();
            });

    assertThat(Run.error(outcome).code()).isEqualTo(FailureCode.LOGGED_ERROR);
  }

  @Test
  void threadOfATrial_waitsWhenThatEnds_isNotWaitedFor() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    AtomicReference<Thread> worker = new AtomicReference<>();
    TrialOutcome outcome =
        Trials.run(
            trial -> {
              worker.set(new Thread(() -> await(ended)));
              worker.get().start();
            });

    assertThat(outcome).isEqualTo(PASSED);
    ended.countDown();
    worker.get().join();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Computes until something is so, and for a while after that. */
  private static int spin(AtomicBoolean condition) {
    long rest = 20_000_000;
    int bits = 1;
    while (rest > 0) {
      bits = Integer.rotateLeft(bits, 3) ^ (int) rest;
      rest -= condition.get() ? 1 : 0;
    }
    return (bits & 1) + 1;
  }

  private static @Nullable Object die(TrialContext trial) throws InterruptedException {
    Thread worker = new Thread(() -> Integer.parseInt("none"), "worker");
    worker.start();
    worker.join();
    return null;
  }

  @Test
  void watches_thatOverlap_leaveTheHandlerThatWasThere() {
    UncaughtExceptionHandler first = Thread.getDefaultUncaughtExceptionHandler();
    DeathWatch one = DeathWatch.open();
    DeathWatch other = DeathWatch.open();
    one.close();
    assertThat(Thread.getDefaultUncaughtExceptionHandler()).isNotSameAs(first);
    other.close();

    assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(first);
  }

  @Test
  void watch_whoseHandlerIsReplaced_leavesTheOtherHandler() {
    UncaughtExceptionHandler other = (thread, error) -> {};
    try (DeathWatch watch = DeathWatch.open()) {
      TrialRun run = Run.open();
      watch.lookAfter(run);
      run.test(trial -> null);
      UncaughtExceptionHandler ours = Thread.getDefaultUncaughtExceptionHandler();
      Thread.setDefaultUncaughtExceptionHandler(other);
      run.tearDown(trial -> null);
      assertThat(Thread.getDefaultUncaughtExceptionHandler()).isNotSameAs(other);
      Thread.setDefaultUncaughtExceptionHandler(ours);
      run.tearDown(trial -> null);
      Thread.setDefaultUncaughtExceptionHandler(other);
      run.close();
    }

    assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(other);
  }
}
