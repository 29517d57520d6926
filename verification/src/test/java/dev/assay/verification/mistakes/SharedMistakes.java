// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.DeferredLock;
import dev.assay.deferred.DeferredQueue;
import dev.assay.deferred.DeferredSemaphore;
import dev.assay.deferred.Deferreds;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.Trial;
import dev.assay.trial.FailureCode;
import dev.assay.trial.TrialContext;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Mistakes with what several trials use, or what is called far from where it was written: each must
 * be blamed on the line that made it.
 */
final class SharedMistakes {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private SharedMistakes() {}

  private static void mustBeOn(String config) {
    if (!config.equals("on")) {
      throw new AssertionError("the configuration is " + config);
    }
  }

  @Mistake(
      value = "an assertion fails in a callback on a Deferred that the class has fired",
      code = FailureCode.UNHANDLED_FAILURE)
  static final class OnDeferredOfClass {
    private static final AtomicReference<Deferred<String>> CONFIG = new AtomicReference<>();

    @BeforeAll
    static void configure() {
      CONFIG.set(new Deferred<>());
      CONFIG.get().callback("off");
    }

    @Trial
    void test() {
      CONFIG.get().addEffect(SharedMistakes::mustBeOn); // here
    }
  }

  @Mistake(
      value = "an assertion fails in a callback on a constant Deferred",
      code = FailureCode.UNHANDLED_FAILURE)
  static final class OnConstantDeferred {
    private static final AtomicReference<Deferred<String>> CONFIG = new AtomicReference<>();

    @BeforeAll
    static void anotherThread() throws InterruptedException {
      Thread maker = new Thread(() -> CONFIG.set(Deferred.succeed("off")));
      maker.start();
      maker.join();
    }

    @Trial
    void test() {
      CONFIG.get().addEffect(SharedMistakes::mustBeOn); // here
    }
  }

  @Mistake(
      value = "a callback is added to a Deferred of the class that is never fired",
      code = FailureCode.PENDING_DEFERRED)
  static final class OnUnfiredOfClass {
    private static final AtomicReference<Deferred<String>> CONFIG = new AtomicReference<>();

    @BeforeAll
    static void configure() {
      CONFIG.set(new Deferred<>());
    }

    @Trial
    void test() {
      CONFIG.get().addEffect(SharedMistakes::mustBeOn); // here
    }
  }

  @Mistake("a test fires a Deferred of the class")
  static final class FiresThatOfClass {
    private static final AtomicReference<Deferred<String>> CONFIG = new AtomicReference<>();

    @BeforeAll
    static void configure() {
      CONFIG.set(new Deferred<>());
    }

    @Trial
    void test() {
      CONFIG.get().callback("on"); // here
    }
  }

  @Mistake("a method reference of the JDK fails as a callback")
  static final class MethodReference {
    @Trial
    Deferred<?> test(VirtualClock clock) {
      Deferred<String> answer = Deferreds.deferLater(clock, SECOND, () -> "x");
      return answer.addCallback(Integer::parseInt); // here
    }
  }

  @Mistake(
      value = "a method reference fails as a callback, and the failure is ignored",
      code = FailureCode.UNHANDLED_FAILURE)
  static final class MethodReferenceDropped {
    @Trial
    void test(VirtualClock clock) {
      Deferred<String> answer = Deferreds.deferLater(clock, SECOND, () -> "x");
      answer.addCallback(Integer::parseInt); // here
      clock.advance(SECOND);
    }
  }

  @Mistake("a callback that must return a Deferred returns null, later")
  static final class NullDeferred {
    @Trial
    @SuppressWarnings("NullAway")
    Deferred<?> test(VirtualClock clock) {
      return Deferreds.deferLater(clock, SECOND).addDeferringCallback(nothing -> null); // here
    }
  }

  @Mistake("a plain callback returns a Deferred, later")
  static final class UnexpectedDeferred {
    @Trial
    Deferred<?> test(VirtualClock clock) {
      return Deferreds.deferLater(clock, SECOND)
          .addCallback(nothing -> Deferreds.deferLater(clock, SECOND)); // here
    }
  }

  @Mistake("a Deferred waits for itself")
  static final class WaitsForItself {
    @Trial
    Deferred<?> test(VirtualClock clock) {
      Deferred<Object> answer = Deferreds.deferLater(clock, SECOND, () -> "pong");
      return answer.addDeferringCallback(pong -> answer); // here
    }
  }

  @Mistake("the call passed to a lock returns null instead of a Deferred")
  static final class NullInLock {
    @Trial
    @SuppressWarnings("NullAway")
    Deferred<?> test(VirtualClock clock) {
      DeferredLock lock = new DeferredLock();
      lock.acquire();
      clock.callLater(SECOND, lock::release);
      return lock.runDeferring(() -> null); // here
    }
  }

  @Mistake(
      value = "of two tokens, the one acquired second is released in its callback",
      code = FailureCode.HELD_LOCK)
  static final class FirstTokenHeld {
    @Trial
    void test() {
      DeferredSemaphore semaphore = new DeferredSemaphore(2);
      semaphore.acquire(); // here
      semaphore.acquire().addEffect(DeferredSemaphore::release);
    }
  }

  @Mistake(
      value = "of two tokens, the one acquired second is released when its work is done",
      code = FailureCode.HELD_LOCK)
  static final class FirstTokenHeldLater {
    @Trial
    Deferred<?> test(VirtualClock clock) {
      DeferredSemaphore semaphore = new DeferredSemaphore(2);
      semaphore.acquire(); // here
      return semaphore
          .acquire()
          .addDeferringCallback(
              held -> Deferreds.deferLater(clock, SECOND).addEffect(x -> held.release()));
    }
  }

  @Mistake(value = "two tokens are acquired and one is released", code = FailureCode.HELD_LOCK)
  static final class OneOfTwoHeld {
    @Trial
    void test() {
      DeferredSemaphore semaphore = new DeferredSemaphore(2);
      semaphore.acquire(); // here
      semaphore.acquire();
      semaphore.release();
    }
  }

  @Mistake(value = "a lock of the class is not released", code = FailureCode.HELD_LOCK)
  @Execution(ExecutionMode.SAME_THREAD) // at once, the other would wait for the lock
  static final class StaticLockHeld {
    private static final DeferredLock LOCK = new DeferredLock();

    @Trial
    void test() {
      LOCK.acquire(); // here
    }

    @Trial
    void anotherTest() {
      LOCK.acquire().addEffect(DeferredLock::release);
    }
  }

  @Mistake(
      value = "a test waits for an item of a queue of the class, and ends",
      code = FailureCode.PENDING_DEFERRED)
  static final class StaticQueueEmpty {
    private static final DeferredQueue<String> JOBS = new DeferredQueue<>();

    @Trial
    void test() {
      JOBS.get().addCallback(String::length); // here
    }
  }

  @Mistake(
      value = "a gathering of gatherings waits for one of several results",
      code = FailureCode.NEVER_FIRES)
  static final class NestedGathering {
    @Trial
    void test(TrialContext trial) throws Throwable {
      Deferred<List<String>> inner = Deferreds.gather(List.of(new Deferred<String>()));
      trial.await(Deferreds.gather(List.of(inner))); // here
    }
  }
}
