// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Deferreds;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.Strict;
import dev.assay.junit.Trial;
import dev.assay.trial.FailureCode;
import dev.assay.trial.TrialContext;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Mistakes in which real time is waited for. */
@SuppressWarnings({"FutureReturnValueIgnored", "ReturnValueIgnored"}) // they are mistakes
final class RealTimeMistakes {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private RealTimeMistakes() {}

  @Mistake(
      value = "the test sleeps briefly again and again, and advances the clock in between",
      code = FailureCode.BLOCKING,
      elsewhere = "slow everywhere, and passes or fails by chance")
  static final class SleepsBetweenSteps {
    @Trial
    void sleep(VirtualClock clock) throws InterruptedException {
      for (int i = 0; i < 1_000; i++) {
        Thread.sleep(40); // here
        clock.advance(SECOND);
      }
    }
  }

  @Mistake(
      value = "the test polls with a short timeout, and advances the clock in between",
      code = FailureCode.REAL_WAIT)
  static final class PollsBetweenSteps {
    @Trial
    void poll(VirtualClock clock) throws InterruptedException {
      CountDownLatch never = new CountDownLatch(1);
      for (int i = 0; i < 1_000; i++) {
        never.await(40, TimeUnit.MILLISECONDS); // here
        clock.advance(SECOND);
      }
    }
  }

  @Mistake(value = "a call is a method reference that waits", code = FailureCode.REAL_WAIT)
  static final class CallIsAReference {
    @Trial
    void acquire(VirtualClock clock) {
      Semaphore semaphore = new Semaphore(0);
      clock.callLater(SECOND, semaphore::acquireUninterruptibly); // here
      clock.advance(SECOND);
    }
  }

  @Mistake(
      value = "a task of the pool is a method reference that waits",
      code = FailureCode.REAL_WAIT)
  static final class TaskIsAReference {
    @Trial
    Deferred<?> take(FakeReactor reactor) {
      LinkedBlockingQueue<String> queue = new LinkedBlockingQueue<>();
      return reactor.deferToThread(queue::take); // here
    }
  }

  @Mistake(value = "a cleanup is a method reference that waits", code = FailureCode.REAL_WAIT)
  static final class CleanupIsAReference {
    @Trial
    void cleanUp(TrialContext trial) {
      CountDownLatch never = new CountDownLatch(1);
      trial.addCleanup(never::await); // here
    }
  }

  @Mistake(
      value = "a task of the executor is a method reference that parks",
      code = FailureCode.REAL_WAIT)
  static final class ExecutedReference {
    @Trial
    void park(VirtualClock clock) {
      clock.scheduledExecutor().execute(LockSupport::park); // here
      clock.advance(SECOND);
    }
  }

  @Mistake(value = "a thread fires the Deferred that is returned", code = FailureCode.FOREIGN_CALL)
  static final class ThreadFiresWhatIsReturned {
    @Trial
    Deferred<?> fire(FakeReactor reactor) {
      Deferred<String> answer = new Deferred<>();
      Thread io = new Thread(() -> fire(reactor, answer), "io-1");
      io.start();
      return answer;
    }

    private static void fire(FakeReactor reactor, Deferred<String> answer) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
      try {
        answer.callback("pong"); // here
      } catch (IllegalStateException refused) {
        reactor.hashCode();
      }
    }
  }

  @Mistake(
      value = "the timer of a library's future fires the Deferred that is returned",
      code = FailureCode.FOREIGN_CALL)
  static final class TimerFiresWhatIsReturned {
    @Trial
    Deferred<?> fire() {
      Deferred<String> answer = new Deferred<>();
      CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS).execute(() -> fire(answer));
      return answer;
    }

    private static void fire(Deferred<String> answer) {
      try {
        answer.callback("pong"); // here
      } catch (IllegalStateException refused) {
        refused.getMessage();
      }
    }
  }

  @Mistake(
      value = "a thread ends without firing the Deferred that is returned",
      code = FailureCode.NEVER_FIRES)
  static final class ThreadForgetsToFire {
    @Trial
    Deferred<?> forget() {
      Deferred<String> answer = new Deferred<>(); // here
      new Thread(() -> LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50)), "io-1").start();
      return answer;
    }
  }

  @Mistake(
      value = "a strict trial waits for a timer of the JDK",
      code = FailureCode.REAL_TIME,
      elsewhere = "passes everywhere, slowly")
  @Strict
  static final class TimerOfTheJdk {
    @Trial
    CompletionStage<?> timer() { // here
      return new CompletableFuture<String>().completeOnTimeout("late", 400, TimeUnit.MILLISECONDS);
    }
  }

  @Mistake(value = "a strict trial bridges a timer of the JDK", code = FailureCode.REAL_TIME)
  @Strict
  static final class BridgedTimerOfTheJdk {
    @Trial
    Deferred<?> bridge(VirtualClock clock) { // here
      CompletableFuture<String> late =
          new CompletableFuture<String>().completeOnTimeout("late", 400, TimeUnit.MILLISECONDS);
      return Deferreds.fromStage(late, clock.executor());
    }
  }

  @Mistake(
      value = "the test hands an item over to a thread that never takes it",
      code = FailureCode.REAL_WAIT)
  static final class HandsToNobody {
    @Trial
    void put() throws InterruptedException {
      new SynchronousQueue<String>().put("ping"); // here
    }
  }

  @Mistake(
      value = "the test waits for a thread that it has started and that waits forever",
      code = FailureCode.REAL_WAIT)
  static final class JoinsAThreadThatWaits {
    @Trial
    void join() throws InterruptedException {
      Thread other = new Thread(LockSupport::park);
      other.setDaemon(true);
      other.start();
      try {
        other.join(); // here
      } finally {
        LockSupport.unpark(other);
      }
    }
  }
}
