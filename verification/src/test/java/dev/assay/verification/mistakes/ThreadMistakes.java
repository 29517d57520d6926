// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import dev.assay.deferred.Deferred;
import dev.assay.fake.FakeReactor;
import dev.assay.junit.Trial;
import dev.assay.trial.FailureCode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.LoggerFactory;

/** Mistakes with threads and with real time. */
@SuppressWarnings("FutureReturnValueIgnored") // they are mistakes
final class ThreadMistakes {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private ThreadMistakes() {}

  @Mistake(
      value = "the test sleeps, to let something happen",
      code = FailureCode.BLOCKING,
      elsewhere = "slow everywhere, and passes or fails by chance")
  static final class TestSleeps {
    @Trial
    void sleep() throws InterruptedException {
      Thread.sleep(60_000); // here
    }
  }

  @Mistake(value = "a callback sleeps", code = FailureCode.BLOCKING)
  static final class CallbackSleeps {
    @Trial
    void sleep(FakeReactor reactor) {
      reactor.callLater(SECOND, CallbackSleeps::sleep);
      reactor.advance(SECOND);
    }

    private static void sleep() {
      try {
        Thread.sleep(60_000); // here
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Mistake(
      value = "the test waits on a future that only its own thread could complete",
      code = FailureCode.REAL_WAIT,
      elsewhere = "hangs, but in Netty and jMock")
  static final class JoinsFuture {
    @Trial
    void join(FakeReactor reactor) {
      CompletableFuture<String> answer = new CompletableFuture<>();
      reactor.callLater(SECOND, () -> answer.complete("pong"));
      answer.join(); // here
    }
  }

  @Mistake(
      value = "the test waits on a latch that a callback counts down",
      code = FailureCode.REAL_WAIT,
      elsewhere = "hangs")
  static final class AwaitsLatch {
    @Trial
    void latch(FakeReactor reactor) throws InterruptedException {
      CountDownLatch done = new CountDownLatch(1);
      reactor.callLater(SECOND, done::countDown);
      done.await(); // here
    }
  }

  @Mistake(value = "a callback takes from a blocking queue", code = FailureCode.REAL_WAIT)
  static final class TakesFromQueue {
    @Trial
    void queue(FakeReactor reactor) {
      LinkedBlockingQueue<String> queue = new LinkedBlockingQueue<>();
      reactor.callLater(SECOND, () -> take(queue));
      reactor.advance(SECOND);
    }

    private static void take(LinkedBlockingQueue<String> queue) {
      try {
        queue.take(); // here
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Mistake(
      value = "an executor is not shut down",
      code = FailureCode.THREAD_LEFT,
      elsewhere = "passes everywhere but with a leak detector for threads")
  static final class ExecutorLeft {
    @Trial
    void executor() throws Exception {
      ExecutorService pool = Executors.newSingleThreadExecutor();
      pool.submit(ExecutorLeft::work);
    }

    private static void work() {
      try {
        new CountDownLatch(1).await(); // here
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Mistake(value = "an assertion fails on a thread of the test", code = FailureCode.LOGGED_ERROR)
  static final class AssertionOnThread {
    @Trial
    void check() throws InterruptedException {
      Thread thread = new Thread(() -> Integer.parseInt("none")); // here
      thread.start();
      thread.join();
    }
  }

  @Mistake(value = "a task of an executor throws", code = FailureCode.LOGGED_ERROR)
  static final class ExecutedTaskThrows {
    @Trial
    void check() {
      ExecutorService pool = Executors.newSingleThreadExecutor();
      pool.execute(() -> Integer.parseInt("none")); // here
      pool.shutdown();
    }
  }

  @Mistake(
      value = "a thread of the code under test catches an exception and only logs it",
      code = FailureCode.LOGGED_ERROR)
  static final class LogsOnThread {
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(LogsOnThread.class);

    @Trial
    void log() throws InterruptedException {
      Thread thread = new Thread(() -> LOG.error("sad", new IllegalStateException())); // here
      thread.start();
      thread.join();
    }
  }

  @Mistake(
      value = "a thread of the code under test fires a Deferred",
      code = FailureCode.FOREIGN_CALL)
  static final class FiresFromThread {
    @Trial
    void fire() throws InterruptedException {
      Deferred<String> answer = new Deferred<>();
      Thread thread = new Thread(() -> fire(answer));
      thread.start();
      thread.join();
    }

    private static void fire(Deferred<String> answer) {
      try {
        answer.callback("pong"); // here
      } catch (IllegalStateException refused) {
        answer.label("refused");
      }
    }
  }

  @Mistake(
      value = "a thread of the code under test hands work to the reactor",
      code = FailureCode.FOREIGN_CALL)
  static final class HandsOverFromThread {
    @Trial
    void handOver(FakeReactor reactor) throws InterruptedException {
      Thread thread = new Thread(() -> reactor.callFromThread(() -> {})); // here
      thread.start();
      thread.join();
      reactor.advance(SECOND);
    }
  }

  @Mistake(value = "a thread of the code under test arms a call")
  static final class ArmsFromThread {
    @Trial
    void arm(FakeReactor reactor) throws Throwable {
      CompletableFuture<Void> armed = new CompletableFuture<>();
      Thread thread = new Thread(() -> arm(reactor, armed));
      thread.start();
      thread.join();
      armed.get();
    }

    private static void arm(FakeReactor reactor, CompletableFuture<Void> armed) {
      try {
        reactor.callLater(SECOND, () -> {}); // here
        armed.complete(null);
      } catch (IllegalStateException refused) {
        armed.completeExceptionally(refused);
      }
    }
  }

  @Mistake(value = "the thread is left interrupted", code = FailureCode.INTERRUPTED)
  static final class LeftInterrupted {
    @Trial
    void interrupted() { // here
      Thread.currentThread().interrupt();
    }
  }
}
