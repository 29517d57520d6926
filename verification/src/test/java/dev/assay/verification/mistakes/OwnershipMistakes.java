// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.DeferredLock;
import dev.assay.deferred.DeferredQueue;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.fake.protocol.StringTransport;
import dev.assay.fake.protocol.Wire;
import dev.assay.junit.AllowPending;
import dev.assay.junit.Trial;
import dev.assay.protocol.Protocol;
import dev.assay.task.LoopingCall;
import dev.assay.trial.FailureCode;
import dev.assay.trial.Trials;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.slf4j.LoggerFactory;

/** Mistakes about whose a thread is, and what is made or touched on it. */
@SuppressWarnings({"FutureReturnValueIgnored", "ThreadPriorityCheck"}) // they are mistakes
final class OwnershipMistakes {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofSeconds(60);

  private OwnershipMistakes() {}

  /** Runs something on another thread until it is done; what refuses it is lost with the thread. */
  private static void onThread(Runnable work) throws InterruptedException {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IllegalStateException refused) {
                Thread.yield();
              }
            });
    thread.start();
    thread.join();
  }

  @Mistake(
      value = "a task throws in a pool that another test has started",
      code = FailureCode.LOGGED_ERROR)
  @AllowPending(names = "shared by all")
  static final class DiesInSharedPool {
    private static final ExecutorService POOL =
        Executors.newSingleThreadExecutor(work -> new Thread(work, "shared by all"));

    @BeforeAll
    static void anEarlierTest() {
      Trials.run(trial -> POOL.execute(() -> {}));
    }

    @Trial
    void test() throws Exception {
      Thread worker = POOL.submit(Thread::currentThread).get();
      POOL.execute(() -> Integer.parseInt("none")); // here
      worker.join();
    }
  }

  @Mistake(
      value = "a task logs an error in a pool that another test has started",
      code = FailureCode.LOGGED_ERROR)
  @AllowPending(names = "shared by all")
  static final class LogsInSharedPool {
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(LogsInSharedPool.class);
    private static final ExecutorService POOL =
        Executors.newSingleThreadExecutor(work -> new Thread(work, "shared by all"));

    @BeforeAll
    static void anEarlierTest() {
      Trials.run(trial -> POOL.execute(() -> {}));
    }

    @Trial
    void test() throws Exception {
      POOL.submit(() -> LOG.error("sad", new IllegalStateException())).get(); // here
    }
  }

  @Mistake(
      value = "a Deferred fails inside a preemptive timeout, and is dropped",
      code = FailureCode.UNHANDLED_FAILURE)
  static final class FailsInsideTimeout {
    @Trial
    void fail() {
      assertTimeoutPreemptively(
          LONG, () -> Deferred.fail(new IllegalStateException("gone")).label("dropped")); // here
    }
  }

  @Mistake(
      value = "a clock that a thread of the test has created is left with a call",
      code = FailureCode.PENDING_CALL)
  static final class ArmsOnOwnClock {
    @Trial
    void arm() throws InterruptedException {
      onThread(() -> new VirtualClock().callLater(SECOND, () -> {})); // here
    }
  }

  @Mistake(
      value = "a clock that a virtual thread has created is left with a call",
      code = FailureCode.PENDING_CALL)
  static final class ArmsOnVirtualThread {
    @Trial
    void arm() throws InterruptedException {
      LightThread.start(() -> new VirtualClock().callLater(SECOND, () -> {})).join(); // here
    }
  }

  @Mistake(value = "a virtual thread drops a failed Deferred", code = FailureCode.UNHANDLED_FAILURE)
  static final class FailsOnVirtualThread {
    @Trial
    void fail() throws InterruptedException {
      LightThread.start(() -> Deferred.fail(new IllegalStateException("gone"))).join(); // here
    }
  }

  @Mistake(value = "an assertion fails on a virtual thread", code = FailureCode.LOGGED_ERROR)
  static final class DiesOnVirtualThread {
    @Trial
    void check() throws InterruptedException {
      LightThread.start(() -> Integer.parseInt("none")).join(); // here
    }
  }

  @Mistake(
      value = "an assertion fails on a thread of a group other than the trial's",
      code = FailureCode.LOGGED_ERROR)
  static final class DiesInAnotherGroup {
    @Trial
    void check() throws InterruptedException {
      Thread thread = new Thread(Groups.TOP, () -> Integer.parseInt("none")); // here
      thread.start();
      thread.join();
    }
  }

  @Mistake(
      value = "a thread of a group other than the trial's is left running",
      code = FailureCode.THREAD_LEFT)
  static final class LeftInAnotherGroup {
    @Trial
    void leave() {
      new Thread(Groups.TOP, OwnershipMistakes::waitForEver).start(); // here
    }
  }

  @Mistake(value = "a virtual thread is left running", code = FailureCode.THREAD_LEFT)
  static final class VirtualThreadLeft {
    @Trial
    void leave() {
      LightThread.factory().newThread(OwnershipMistakes::waitForEver).start(); // here
    }
  }

  /** Waits until it is interrupted, which nobody does. */
  private static void waitForEver() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A group of threads that no trial is in. */
  private static final class Groups {
    private static final ThreadGroup TOP = new ThreadGroup(top(), "of nobody");

    private static ThreadGroup top() {
      ThreadGroup some = Thread.currentThread().getThreadGroup();
      while (some.getParent() != null) {
        some = some.getParent();
      }
      return some;
    }
  }

  @Mistake(value = "an idle pool is left running", code = FailureCode.THREAD_LEFT)
  static final class IdlePoolLeft {
    @Trial
    void leave() throws Exception {
      ExecutorService pool = Executors.newFixedThreadPool(1);
      pool.submit(() -> "pong").get(); // here
    }
  }

  @Mistake(value = "a java.util.Timer is left running", code = FailureCode.THREAD_LEFT)
  static final class JavaTimerLeft {
    @Trial
    void leave() {
      Timer timer = new Timer("ticks"); // here
      timer.schedule(new Nothing(), LONG.toMillis());
    }

    /** What the timer has to do. */
    private static final class Nothing extends TimerTask {
      @Override
      public void run() {}
    }
  }

  @Mistake(value = "a thread of the test adds a callback", code = FailureCode.FOREIGN_CALL)
  static final class AddsFromThread {
    @Trial
    void add() throws InterruptedException {
      Deferred<String> answer = Deferred.succeed("pong");
      onThread(() -> answer.addCallback(String::length)); // here
    }
  }

  @Mistake(value = "a thread of the test unpauses a Deferred", code = FailureCode.FOREIGN_CALL)
  static final class UnpausesFromThread {
    @Trial
    void unpause() throws InterruptedException {
      Deferred<String> answer = Deferred.succeed("pong");
      answer.pause();
      onThread(() -> answer.unpause()); // here
      answer.unpause();
    }
  }

  @Mistake(value = "a virtual thread cancels a Deferred", code = FailureCode.FOREIGN_CALL)
  static final class CancelsFromThread {
    @Trial
    void cancel() throws InterruptedException {
      Deferred<String> answer = new Deferred<>();
      LightThread.start(() -> cancel(answer)).join();
    }

    private static void cancel(Deferred<String> answer) {
      try {
        answer.cancel(); // here
      } catch (IllegalStateException refused) {
        Thread.yield();
      }
    }
  }

  @Mistake(value = "a thread of the test acquires a lock", code = FailureCode.FOREIGN_CALL)
  static final class AcquiresFromThread {
    @Trial
    void acquire() throws InterruptedException {
      DeferredLock lock = new DeferredLock();
      onThread(() -> lock.acquire()); // here
    }
  }

  @Mistake(value = "a thread of the test puts into a queue", code = FailureCode.FOREIGN_CALL)
  static final class PutsFromThread {
    @Trial
    void put() throws InterruptedException {
      DeferredQueue<String> queue = new DeferredQueue<>();
      onThread(() -> queue.put("pong")); // here
    }
  }

  @Mistake(
      value = "a thread of the test writes to a StringTransport",
      code = FailureCode.FOREIGN_CALL)
  static final class WritesFromThread {
    @Trial
    void write() throws InterruptedException {
      StringTransport transport = new StringTransport();
      onThread(() -> transport.write(new byte[] {1})); // here
    }
  }

  @Mistake(value = "a thread of the test flushes a Wire", code = FailureCode.FOREIGN_CALL)
  static final class FlushesFromThread {
    @Trial
    void flush() throws InterruptedException {
      Wire wire = Wire.connect(new Silent(), new Silent());
      onThread(() -> wire.flush()); // here
      wire.reset();
    }
  }

  /** A protocol that does nothing. */
  private static final class Silent extends Protocol {
    @Override
    public void dataReceived(byte[] data) {}
  }

  @Mistake(value = "a thread of the test stops a looping call", code = FailureCode.FOREIGN_CALL)
  static final class StopsFromThread {
    @Trial
    void stop(VirtualClock clock) throws InterruptedException {
      LoopingCall loop = LoopingCall.of(clock, () -> {});
      loop.start(SECOND);
      onThread(() -> loop.stop()); // here
      loop.stop();
    }
  }

  @Mistake(
      value = "a thread of the test arms a call, and swallows the refusal",
      code = FailureCode.FOREIGN_CALL)
  static final class ArmsFromThreadInSilence {
    @Trial
    void arm(FakeReactor reactor) throws InterruptedException {
      onThread(() -> reactor.callLater(SECOND, () -> {})); // here
    }
  }

  @Mistake(
      value = "a thread of the test continues to use what the test has taken over from it",
      code = FailureCode.FOREIGN_CALL)
  static final class FiresWhatTheTestHasTakenOver {
    @Trial
    void fire() throws Exception {
      ExecutorService pool = Executors.newSingleThreadExecutor();
      Deferred<String> answer = pool.submit(() -> new Deferred<String>()).get();
      answer.addCallback(String::length);
      pool.execute(() -> fire(answer));
      pool.shutdown();
      answer.callback("ping");
    }

    private static void fire(Deferred<String> answer) {
      try {
        answer.callback("pong"); // here
      } catch (IllegalStateException refused) {
        Thread.yield();
      }
    }
  }

  @Mistake("a clock that a static initialiser has created is used")
  static final class UsesClockOfInitialiser {
    @Trial
    void use() {
      Holder.CLOCK.advance(SECOND); // here
    }

    /** What is made when somebody first needs it. */
    private static final class Holder {
      private static final VirtualClock CLOCK = new VirtualClock();
    }
  }
}
