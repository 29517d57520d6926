// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ledger.Ledger;
import dev.assay.trial.FailureCode;
import dev.assay.trial.TrialError;
import dev.assay.trial.TrialOutcome.Passed;
import dev.assay.trial.TrialSettings;
import dev.assay.trial.run.Run;
import dev.assay.trial.run.Watched;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/**
 * What counts as a wait for nothing. The rounds of the watchdog are gone by hand: as many as there
 * are between two moments that the test chooses, however long those take.
 */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
@SuppressWarnings({"LockNotBeforeTry", "ThreadPriorityCheck"}) // to wait for a lock is all
final class StallDetectorTest {
  private static final int MANY = 3 * Watched.ROUNDS;

  private final Watched trial = new Watched();

  @AfterEach
  void end() {
    trial.close();
  }

  @Test
  void wait_forAThreadThatRuns_isNoStandstill() {
    CountDownLatch enough = new CountDownLatch(1);
    trial.start(
        context -> {
          Thread other = trial.thread(() -> spinUntil(enough));
          other.join();
          return null;
        });
    trial.awaitState(Thread.State.WAITING);
    trial.rounds(MANY);
    enough.countDown();
    assertThat(trial.outcome()).isEqualTo(Watched.PASSED);
  }

  @Test
  void wait_forAThreadThatWaitsForEver_isARealWait() {
    trial.start(
        context -> {
          Thread other = trial.thread(StallDetectorTest::waitForEver);
          other.join();
          return null;
        });
    trial.awaitState(Thread.State.WAITING);
    assertThat(trial.error().code()).isEqualTo(FailureCode.REAL_WAIT);
  }

  @Test
  void wait_besideAThreadOfAnotherTrialThatRuns_isARealWait() throws Exception {
    CountDownLatch enough = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    try (Watched other = new Watched(trial)) {
      other.start(
          context -> {
            Thread unrelated = other.thread(() -> spinUntil(enough));
            begun.countDown();
            unrelated.join();
            return null;
          });
      begun.await();
      trial.start(context -> new CompletableFuture<String>().get());
      trial.awaitState(Thread.State.WAITING);
      assertThat(trial.error().code()).isEqualTo(FailureCode.REAL_WAIT);
      enough.countDown();
      other.outcome();
    }
  }

  @Test
  void wait_forAMonitorWhoseHolderRuns_isNoStandstill() {
    Object monitor = new Object();
    CountDownLatch enough = new CountDownLatch(1);
    CountDownLatch held = new CountDownLatch(1);
    Thread holder = new Thread(() -> hold(monitor, held, () -> spinUntil(enough)));
    holder.start();
    trial.start(
        context -> {
          held.await();
          synchronized (monitor) {
            return null;
          }
        });
    trial.awaitState(Thread.State.BLOCKED);
    trial.rounds(MANY);
    enough.countDown();
    assertThat(trial.outcome()).isEqualTo(Watched.PASSED);
  }

  @Test
  void wait_forAMonitorWhoseHolderWaits_isBlockingWhateverElseRuns() {
    Object monitor = new Object();
    CountDownLatch enough = new CountDownLatch(1);
    CountDownLatch free = new CountDownLatch(1);
    CountDownLatch held = new CountDownLatch(1);
    Thread holder = new Thread(() -> hold(monitor, held, () -> await(free)));
    holder.start();
    trial.onLost(free::countDown);
    trial.start(
        context -> {
          trial.thread(() -> spinUntil(enough));
          context.addCleanup(enough::countDown);
          held.await();
          synchronized (monitor) {
            return null;
          }
        });
    trial.awaitState(Thread.State.BLOCKED);
    TrialError error = trial.error();
    assertThat(error.code()).isEqualTo(FailureCode.BLOCKING);
    assertThat(error).hasMessageContaining("has waited for a monitor in real time for ");
  }

  @Test
  void wait_forALockThatGoesFromHandToHand_isNoStandstill() {
    ReentrantLock lock = new ReentrantLock(true);
    List<CountDownLatch> turns = List.of(new CountDownLatch(1), new CountDownLatch(1));
    trial.start(
        context -> {
          turns.forEach(turn -> trial.thread(() -> holdFor(lock, turn)));
          while (lock.getQueueLength() < 1) {
            Thread.yield();
          }
          lock.lock();
          lock.unlock();
          return null;
        });
    for (CountDownLatch turn : turns) {
      trial.awaitState(Thread.State.WAITING);
      trial.rounds(1);
      turn.countDown();
    }
    assertThat(trial.outcome()).isInstanceOf(Passed.class);
  }

  @Test
  void waits_thatEndOneByOne_areJudgedOneByOne() {
    List<CountDownLatch> gates =
        List.of(new CountDownLatch(1), new CountDownLatch(1), new CountDownLatch(1));
    Semaphore reached = new Semaphore(0);
    trial.start(
        context -> {
          for (CountDownLatch gate : gates) {
            reached.release();
            gate.await();
          }
          return null;
        });
    for (CountDownLatch gate : gates) {
      reached.acquireUninterruptibly();
      trial.awaitState(Thread.State.WAITING);
      trial.rounds(Watched.ROUNDS - 1);
      gate.countDown();
    }
    assertThat(trial.outcome()).isInstanceOf(Passed.class);
  }

  @Test
  void sleeps_betweenWhichTheTrialMovesOn_addUp() {
    Semaphore awake = new Semaphore(1);
    trial.start(
        context -> {
          for (int i = 1; i < Watched.ROUNDS; i++) {
            sleepUntilInterrupted();
            Objects.requireNonNull(Ledger.current()).progressed();
            awake.release();
          }
          TimeUnit.DAYS.sleep(1);
          return null;
        });
    for (int i = 1; i < Watched.ROUNDS; i++) {
      awake.acquireUninterruptibly();
      trial.awaitState(Thread.State.TIMED_WAITING);
      trial.rounds(1);
      trial.interrupt();
    }
    awake.acquireUninterruptibly();
    trial.awaitState(Thread.State.TIMED_WAITING);
    TrialError error = trial.error();
    assertThat(error.code()).isEqualTo(FailureCode.BLOCKING);
    assertThat(error).hasMessageContaining("has slept 4 times in real time, for 200 ms in all");
  }

  @Test
  void sleeps_ofOnePart_doNotCountInTheNext() {
    Semaphore reached = new Semaphore(0);
    trial.start(
        context -> {
          context.addCleanup(() -> sleepUntilInterrupted(reached));
          sleepUntilInterrupted(reached);
          return null;
        });
    for (int part = 0; part < 2; part++) {
      reached.acquireUninterruptibly();
      trial.awaitState(Thread.State.TIMED_WAITING);
      trial.rounds(Watched.ROUNDS - 1);
      trial.interrupt();
    }
    assertThat(trial.outcome()).isInstanceOf(Passed.class);
  }

  @Test
  void sleep_untilAThreadHasComputed_isNoStandstill() {
    CountDownLatch enough = new CountDownLatch(1);
    trial.start(
        context -> {
          Thread sleeper = Thread.currentThread();
          trial.thread(
              () -> {
                spinUntil(enough);
                sleeper.interrupt();
              });
          sleepUntilInterrupted();
          return null;
        });
    trial.awaitState(Thread.State.TIMED_WAITING);
    trial.rounds(MANY);
    enough.countDown();
    assertThat(trial.outcome()).isEqualTo(Watched.PASSED);
  }

  @Test
  void wait_forAThreadThatRunsForEver_isARealWaitInTheEnd() {
    CountDownLatch enough = new CountDownLatch(1);
    trial.start(
        context -> {
          trial.thread(() -> spinUntil(enough), "io-1");
          context.addCleanup(enough::countDown);
          return new CompletableFuture<String>().get();
        });
    trial.awaitState(Thread.State.WAITING);
    TrialError error = trial.error();
    assertThat(error.code()).isEqualTo(FailureCode.REAL_WAIT);
    assertThat(error).hasMessageContaining("meanwhile these threads have run: io-1");
  }

  @Test
  void methodReference_thatWaitsInACleanup_isARealWaitAndNamesTheLineThatAddedIt() {
    Thread main = Thread.currentThread();
    trial.start(
        context -> {
          context.addCleanup(main::join);
          return null;
        });
    trial.awaitState(Thread.State.WAITING);
    TrialError error = trial.error();
    assertThat(error.code()).isEqualTo(FailureCode.REAL_WAIT);
    assertThat(error).hasMessageContaining("in the cleanup added at StallDetectorTest.java:");
  }

  @Test
  void wait_thatGoesOnAfterTheInterrupt_isLostSoon() {
    CompletableFuture<String> never = new CompletableFuture<>();
    Semaphore lost = new Semaphore(0);
    trial.onLost(
        () -> {
          lost.release();
          never.complete("late");
        });
    trial.start(context -> never.join());
    trial.awaitState(Thread.State.WAITING);
    long before = trial.waits();
    trial.rounds(Watched.ROUNDS);
    while (trial.waits() == before) {
      Thread.yield();
    }
    trial.awaitState(Thread.State.WAITING);
    int rounds = 0;
    for (; !lost.tryAcquire(); rounds++) {
      trial.rounds(1);
    }
    assertThat(rounds).isLessThan(20);
    assertThat(trial.error().code()).isEqualTo(FailureCode.REAL_WAIT);
  }

  @Test
  void limit_thatIsShorterThanARound_isTold() {
    Semaphore begun = new Semaphore(0);
    trial.settings(TrialSettings.DEFAULT.withRealLimit(Duration.ofMillis(2)));
    trial.start(
        context -> {
          begun.release();
          while (!Thread.currentThread().isInterrupted()) {
            Objects.requireNonNull(Ledger.current()).progressed();
          }
          return null;
        });
    begun.acquireUninterruptibly();
    trial.rounds(2);
    assertThat(Run.error(trial.outcome()))
        .hasMessageContaining("is still running after 100 ms real");
  }

  private static void sleepUntilInterrupted() {
    try {
      TimeUnit.DAYS.sleep(1);
    } catch (InterruptedException awake) {
      // As it was meant.
    }
  }

  private static void spinUntil(CountDownLatch enough) {
    while (enough.getCount() > 0) {
      Thread.onSpinWait();
    }
  }

  private static void sleepUntilInterrupted(Semaphore reached) {
    reached.release();
    sleepUntilInterrupted();
  }

  private static void hold(Object monitor, CountDownLatch held, Runnable work) {
    synchronized (monitor) {
      held.countDown();
      work.run();
    }
  }

  private static void holdFor(ReentrantLock lock, CountDownLatch turn) {
    lock.lock();
    try {
      await(turn);
    } finally {
      lock.unlock();
    }
  }

  private static void waitForEver() {
    await(new CountDownLatch(1));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
