// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import dev.assay.deferred.Deferred;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.TimeLimit;
import dev.assay.junit.Trial;
import dev.assay.trial.FailureCode;
import dev.assay.trial.TrialContext;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Phaser;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Mistakes with the locks, pools and waits of {@code java.util.concurrent}. */
@SuppressWarnings({"FutureReturnValueIgnored", "WaitNotInLoop"}) // they are mistakes
final class WaitingMistakes {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private WaitingMistakes() {}

  @Mistake(value = "a permit is acquired that is never released", code = FailureCode.REAL_WAIT)
  static final class PermitNotThere {
    @Trial
    void acquire() throws InterruptedException {
      Semaphore permits = new Semaphore(1);
      permits.acquire();
      permits.acquire(); // here
    }
  }

  @Mistake(value = "a party waits alone at a barrier for two", code = FailureCode.REAL_WAIT)
  static final class AloneAtBarrier {
    @Trial
    void barrier() throws Exception {
      new CyclicBarrier(2).await(); // here
    }
  }

  @Mistake(value = "a party waits alone at a phaser for two", code = FailureCode.REAL_WAIT)
  static final class AloneAtPhaser {
    @Trial
    void phaser() {
      new Phaser(2).arriveAndAwaitAdvance(); // here
    }
  }

  @Mistake(
      value = "an item is put into a full queue, and none is ever taken",
      code = FailureCode.REAL_WAIT)
  static final class QueueFull {
    @Trial
    @SuppressWarnings("ModifiedButNotUsed") // nobody takes
    void put() throws InterruptedException {
      ArrayBlockingQueue<String> queue = new ArrayBlockingQueue<>(1);
      queue.put("first");
      queue.put("second"); // here
    }
  }

  @Mistake(value = "a condition is awaited that is never signalled", code = FailureCode.REAL_WAIT)
  static final class NoSignal {
    @Trial
    void condition() throws InterruptedException {
      ReentrantLock lock = new ReentrantLock();
      Condition changed = lock.newCondition();
      lock.lock();
      try {
        changed.await(); // here
      } finally {
        lock.unlock();
      }
    }
  }

  @Mistake(
      value = "a setup waits for a future that the reactor would complete",
      code = FailureCode.REAL_WAIT)
  static final class SetUpJoins {
    @BeforeEach
    void connect(VirtualClock clock) {
      CompletableFuture<String> ready = new CompletableFuture<>();
      clock.callLater(SECOND, () -> ready.complete("ready"));
      ready.join(); // here
    }

    @Trial
    void test() {}
  }

  @Mistake(
      value = "a teardown waits for a latch that a timer counts down",
      code = FailureCode.REAL_WAIT)
  static final class TearDownAwaits {
    private final CountDownLatch closed = new CountDownLatch(1);

    @Trial
    void test() {}

    @AfterEach
    void close(VirtualClock clock) throws InterruptedException {
      clock.callLater(SECOND, closed::countDown);
      closed.await(); // here
    }
  }

  @Mistake(
      value = "a test waits for a thread that waits for the test",
      code = FailureCode.REAL_WAIT)
  static final class JoinsWaiting {
    @Trial
    void join(TrialContext trial) throws InterruptedException {
      CountDownLatch release = new CountDownLatch(1);
      Thread waiting = new Thread(() -> await(release), "waiting");
      trial.addCleanup(
          () -> {
            release.countDown();
            waiting.join();
          });
      waiting.start();
      waiting.join(); // here
    }

    private static void await(CountDownLatch release) {
      try {
        release.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Mistake(value = "a task of the reactor's pool waits forever", code = FailureCode.REAL_WAIT)
  static final class PoolTaskWaits {
    @Trial
    Deferred<?> task(FakeReactor reactor) {
      CompletableFuture<String> never = new CompletableFuture<>();
      return reactor.deferToThread(() -> never.get()); // here
    }
  }

  @Mistake(value = "a loop does not end", code = FailureCode.STUCK)
  @TimeLimit(real = "300ms")
  static final class LoopsForEver {
    @Trial
    void loop() {
      int turns = 0;
      while (!Thread.currentThread().isInterrupted()) {
        turns = spin(turns); // here
      }
    }

    private static int spin(int turns) {
      Thread.onSpinWait();
      return turns + 1;
    }
  }

  @Mistake(value = "a daemon thread is left waiting", code = FailureCode.THREAD_LEFT)
  static final class DaemonLeft {
    @Trial
    void daemon() {
      Thread thread = new Thread(DaemonLeft::work, "daemon");
      thread.setDaemon(true);
      thread.start();
    }

    private static void work() {
      try {
        new Semaphore(0).acquire(); // here
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Mistake(value = "a setup starts a thread that never ends", code = FailureCode.THREAD_LEFT)
  static final class SetUpLeavesThread {
    @BeforeEach
    void start() {
      new Thread(SetUpLeavesThread::work, "listener").start();
    }

    @Trial
    void test() {}

    private static void work() {
      try {
        new ArrayBlockingQueue<String>(1).take(); // here
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Mistake(
      value = "an asynchronous stage still runs in a pool of the test's own",
      code = FailureCode.THREAD_LEFT)
  static final class StageStillRuns {
    @Trial
    void run() {
      ExecutorService pool = Executors.newFixedThreadPool(2);
      CompletableFuture.runAsync(StageStillRuns::work, pool);
    }

    private static void work() {
      try {
        new CountDownLatch(1).await(); // here
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Mistake(value = "an element of a parallel stream fails")
  static final class ParallelStreamFails {
    @Trial
    void parse() {
      Stream.of("1", "none", "3").parallel().forEach(text -> Integer.parseInt(text)); // here
    }
  }

  @Mistake(value = "the stage that is returned fails in its last step")
  static final class LastStepFails {
    @Trial
    CompletableFuture<?> answer(VirtualClock clock) {
      CompletableFuture<String> answer = new CompletableFuture<>();
      clock.callLater(SECOND, () -> answer.complete("pong"));
      return answer.thenApply(text -> text.charAt(9)); // here
    }
  }

  @Mistake(
      value = "a task that is executed in a pool of forks throws",
      code = FailureCode.LOGGED_ERROR)
  static final class ForkThrows {
    @Trial
    void execute() throws InterruptedException {
      ForkJoinPool pool = new ForkJoinPool(1);
      pool.execute(() -> Integer.parseInt("none")); // here
      pool.shutdown();
      pool.awaitTermination(10, TimeUnit.SECONDS);
    }
  }

  @Mistake(value = "a periodic task of a real scheduler goes on", code = FailureCode.THREAD_LEFT)
  static final class SchedulerLeft {
    @Trial
    void schedule() {
      ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);
      scheduler.scheduleAtFixedRate(() -> {}, 1, 1, TimeUnit.HOURS); // here
    }
  }
}
