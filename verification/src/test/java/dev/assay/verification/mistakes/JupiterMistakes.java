// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.DeferredLock;
import dev.assay.endpoint.Endpoints;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.fake.protocol.AccumulatingProtocol;
import dev.assay.junit.Strict;
import dev.assay.junit.Todo;
import dev.assay.junit.jupiter.TrialExtension;
import dev.assay.junit.jupiter.TrialTest;
import dev.assay.trial.FailureCode;
import dev.assay.trial.TrialContext;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Mistakes in tests that Jupiter runs. */
final class JupiterMistakes {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private JupiterMistakes() {}

  @Mistake(value = "in Jupiter, a timer is left armed", code = FailureCode.PENDING_CALL)
  static final class TimerLeftInJupiter {
    @TrialTest
    void timer(VirtualClock clock) {
      clock.callLater(SECOND, () -> {}); // here
    }
  }

  @Mistake(value = "in Jupiter, a failed Deferred is dropped", code = FailureCode.UNHANDLED_FAILURE)
  static final class DroppedInJupiter {
    @TrialTest
    void failure() {
      Deferred.fail(new IllegalStateException("boom")); // here
    }
  }

  @Mistake(
      value = "in Jupiter, a callback with an assertion is never run",
      code = FailureCode.PENDING_DEFERRED)
  static final class NeverRunInJupiter {
    @TrialTest
    void answer() {
      Deferred<String> answer = new Deferred<>(); // here
      answer.addEffect(pong -> Integer.parseInt(pong));
    }
  }

  @Mistake(
      value = "in Jupiter, the test waits for what never comes",
      code = FailureCode.NEVER_FIRES)
  static final class AwaitsInJupiter {
    @TrialTest
    void answer(TrialContext trial) throws Throwable {
      trial.await(new Deferred<String>()); // here
    }
  }

  @Mistake(value = "in Jupiter, a port is left listening", code = FailureCode.OPEN_PORT)
  static final class PortLeftInJupiter {
    @TrialTest
    void port(FakeReactor reactor) throws Exception {
      reactor.listenTcp(80, peer -> new AccumulatingProtocol()); // here
    }
  }

  @Mistake(value = "in Jupiter, a connection is left open", code = FailureCode.OPEN_CONNECTION)
  static final class ConnectionLeftInJupiter {
    @TrialTest
    void connection(FakeReactor reactor) throws Exception {
      var port = reactor.listenTcp(80, peer -> new AccumulatingProtocol());
      Endpoints.tcpClient(reactor, "localhost", 80).connect(AccumulatingProtocol::new); // here
      reactor.advance(SECOND);
      port.stopListening();
    }
  }

  @Mistake(value = "in Jupiter, a lock is not released", code = FailureCode.HELD_LOCK)
  static final class LockHeldInJupiter {
    @TrialTest
    void lock() {
      new DeferredLock().acquire(); // here
    }
  }

  @Mistake(value = "in Jupiter, a timer throws", code = FailureCode.LOGGED_ERROR)
  static final class TimerThrowsInJupiter {
    @TrialTest
    void timer(VirtualClock clock) {
      clock.callLater(SECOND, () -> Integer.parseInt("none")); // here
      clock.advance(SECOND);
    }
  }

  @Mistake(value = "in Jupiter, code only logs an exception", code = FailureCode.LOGGED_ERROR)
  static final class LogsInJupiter {
    @TrialTest
    void log() {
      Logger.getLogger("mistakes")
          .log(Level.SEVERE, "sad", new IllegalStateException("boom")); // here
    }
  }

  @Mistake(value = "in Jupiter, the test sleeps", code = FailureCode.BLOCKING)
  static final class SleepsInJupiter {
    @TrialTest
    void sleep() throws InterruptedException {
      Thread.sleep(60_000); // here
    }
  }

  @Mistake(
      value = "in Jupiter, the test waits on a latch that a callback counts down",
      code = FailureCode.REAL_WAIT)
  static final class AwaitsLatchInJupiter {
    @TrialTest
    void latch(VirtualClock clock) throws InterruptedException {
      CountDownLatch done = new CountDownLatch(1);
      clock.callLater(SECOND, done::countDown);
      done.await(); // here
    }
  }

  @Mistake(value = "in Jupiter, the thread is left interrupted", code = FailureCode.INTERRUPTED)
  static final class InterruptedInJupiter {
    @TrialTest
    void interrupt() { // here
      Thread.currentThread().interrupt();
    }
  }

  @Mistake(value = "in Jupiter, a setup leaves a call armed", code = FailureCode.PENDING_CALL)
  @ExtendWith(TrialExtension.class)
  static final class SetUpInJupiter {
    @BeforeEach
    void arm(VirtualClock clock) {
      clock.callLater(SECOND, () -> {}); // here
    }

    @Test
    void test() {}
  }

  @Mistake(value = "in Jupiter, a teardown leaves a call armed", code = FailureCode.PENDING_CALL)
  @ExtendWith(TrialExtension.class)
  static final class TearDownInJupiter {
    @Test
    void test() {}

    @AfterEach
    void arm(VirtualClock clock) {
      clock.callLater(SECOND, () -> {}); // here
    }
  }

  @Mistake(value = "in Jupiter, a cleanup throws")
  static final class CleanupThrowsInJupiter {
    @TrialTest
    void test(TrialContext trial) {
      trial.addCleanup(() -> Integer.parseInt("none")); // here
    }
  }

  @Mistake(
      value = "in Jupiter, a strict test forgets a Deferred",
      code = FailureCode.PENDING_DEFERRED)
  @Strict
  static final class StrictInJupiter {
    @TrialTest
    void answer() {
      new Deferred<String>().label("answer"); // here
    }
  }

  @Mistake(
      value = "in Jupiter, a test that is expected to fail passes",
      code = FailureCode.UNEXPECTED_SUCCESS)
  static final class PassesInJupiter {
    @TrialTest
    @Todo("not written yet")
    void test() {} // here
  }

  @Mistake(value = "in Jupiter, a nested test leaves a call armed", code = FailureCode.PENDING_CALL)
  @ExtendWith(TrialExtension.class)
  static final class NestedInJupiter {
    @Test
    void test() {}

    /** Within. */
    @Nested
    final class Within {
      @Test
      void test(VirtualClock clock) {
        clock.callLater(SECOND, () -> {}); // here
      }
    }
  }

  @Mistake(
      value = "in Jupiter, an assertion fails on a thread that the test does not wait for",
      code = FailureCode.LOGGED_ERROR)
  static final class ThreadFailsInJupiter {
    @TrialTest
    void thread() {
      new Thread(() -> Integer.parseInt("none")).start(); // here
    }
  }

  @Mistake(
      value = "in Jupiter, an assertion fails on a virtual thread that the test does not wait for",
      code = FailureCode.LOGGED_ERROR)
  static final class VirtualThreadFailsInJupiter {
    @TrialTest
    void thread() {
      LightThread.start(() -> Integer.parseInt("none")); // here
    }
  }

  @Mistake(
      value = "in Jupiter, an assertion fails on a thread when its test is over",
      code = FailureCode.LOGGED_ERROR)
  @ExtendWith(TrialExtension.class)
  static final class ThreadFailsLateInJupiter {
    private static final SynchronousQueue<String> OVER = new SynchronousQueue<>();
    private static final AtomicReference<Thread> WORKER = new AtomicReference<>();

    @Test
    void thread() {
      Thread worker = new Thread(() -> Integer.parseInt(takeOne())); // here
      WORKER.set(worker);
      worker.start();
    }

    private static String takeOne() {
      try {
        return OVER.take();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return "interrupted";
      }
    }

    @AfterAll
    static void end() throws InterruptedException {
      OVER.put("none");
      WORKER.get().join();
    }
  }

  @Mistake("in Jupiter, an assumption fails, and so does what is closed after it")
  static final class ClosesAfterAssumingInJupiter {
    @TrialTest
    void test() throws IOException {
      Closeable server =
          () -> {
            throw new IOException("in use"); // here
          };
      try (server) {
        assumeTrue(false, "not today");
      }
    }
  }

  @Mistake(
      value = "in Jupiter, a thread logs an error when its test is over",
      code = FailureCode.LOGGED_ERROR)
  @ExtendWith(TrialExtension.class)
  static final class LogsLateInJupiter {
    private static final AtomicReference<CountDownLatch> OVER = new AtomicReference<>();
    private static final AtomicReference<Thread> SENDER = new AtomicReference<>();

    @BeforeAll
    static void begin() {
      OVER.set(new CountDownLatch(1));
    }

    @Test
    void test() {
      SENDER.set(new Thread(LogsLateInJupiter::send, "late sender"));
      SENDER.get().start();
    }

    private static void send() {
      try {
        OVER.get().await();
        Integer.parseInt("none"); // here
      } catch (InterruptedException | NumberFormatException e) {
        Logger.getLogger("late").log(Level.SEVERE, "could not send", e);
      }
    }

    @AfterAll
    static void waitForIt() throws InterruptedException {
      OVER.get().countDown();
      SENDER.get().join();
    }
  }

  @Mistake(
      value = "in Jupiter, a thread uses the clock of its test when that is over",
      code = FailureCode.AFTER_END)
  @ExtendWith(TrialExtension.class)
  static final class UsesLateInJupiter {
    private static final AtomicReference<CountDownLatch> OVER = new AtomicReference<>();
    private static final AtomicReference<Thread> SENDER = new AtomicReference<>();

    @BeforeAll
    static void begin() {
      OVER.set(new CountDownLatch(1));
    }

    @Test
    void test(VirtualClock clock) {
      SENDER.set(new Thread(() -> send(clock), "late user"));
      SENDER.get().start();
    }

    private static void send(VirtualClock clock) {
      try {
        OVER.get().await();
      } catch (InterruptedException e) {
        return;
      }
      clock.executor().execute(() -> {}); // here
    }

    @AfterAll
    static void waitForIt() throws InterruptedException {
      OVER.get().countDown();
      SENDER.get().join();
    }
  }
}
