// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.DeferredSemaphore;
import dev.assay.deferred.Deferreds;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.AllowPending;
import dev.assay.junit.Lenient;
import dev.assay.junit.TimeLimit;
import dev.assay.junit.Todo;
import dev.assay.junit.Trial;
import dev.assay.pending.PendingKind;
import dev.assay.time.DelayedCall;
import dev.assay.trial.FailureCode;
import dev.assay.trial.TrialContext;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Mistakes in nested and inherited tests, with assumptions and with permissions. */
final class StructureMistakes {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private StructureMistakes() {}

  @Mistake(
      value = "a nested test arms a call on the clock of the class around it",
      code = FailureCode.PENDING_CALL)
  static final class ClockOfOuter {
    private final VirtualClock clock;

    ClockOfOuter(VirtualClock clock) {
      this.clock = clock;
    }

    @Trial
    void test() {
      clock.advance(SECOND);
    }

    /** Within. */
    @Nested
    final class Within {
      @Trial
      void test() {
        clock.callLater(SECOND, () -> {}); // here
      }
    }
  }

  @Mistake(
      value = "the setup of a class around a nested one leaves a call armed",
      code = FailureCode.PENDING_CALL)
  static final class SetUpOfOuter {
    @BeforeEach
    void arm(VirtualClock clock) {
      clock.callLater(SECOND, () -> {}); // here
    }

    /** Within. */
    @Nested
    final class Within {
      @Trial
      void test() {}
    }
  }

  /** A base class with a set-up. */
  abstract static class Base {
    @BeforeEach
    void arm(VirtualClock clock) {
      clock.callLater(SECOND, armed());
    }

    abstract Runnable armed();
  }

  @Mistake(value = "an inherited setup arms a call that throws", code = FailureCode.LOGGED_ERROR)
  static final class InheritedSetUp extends Base {
    @Override
    Runnable armed() {
      return () -> Integer.parseInt("none"); // here
    }

    @Trial
    void test(VirtualClock clock) {
      clock.advance(SECOND);
    }
  }

  @Mistake(value = "a constructor leaves a call armed", code = FailureCode.PENDING_CALL)
  static final class ConstructorLeavesCall {
    private final DelayedCall call;

    ConstructorLeavesCall(VirtualClock clock) {
      call = clock.callLater(SECOND, () -> {}); // here
    }

    @Trial
    void test() {
      call.label("of the constructor");
    }
  }

  @Mistake(value = "a test skips itself and leaves a call armed", code = FailureCode.PENDING_CALL)
  static final class SkipsAndLeaves {
    @Trial
    void test(VirtualClock clock) {
      clock.callLater(SECOND, () -> {}); // here
      assumeTrue(clock.elapsed().isNegative());
    }
  }

  @Mistake(
      value = "an assumption fails in a callback, and its Deferred is ignored",
      code = FailureCode.UNHANDLED_FAILURE)
  static final class AssumesInCallback {
    @Trial
    void test() {
      Deferred.succeed("pong").addEffect(pong -> assumeTrue(pong.isEmpty())); // here
    }
  }

  @Mistake(value = "an assumption fails in a timer", code = FailureCode.LOGGED_ERROR)
  static final class AssumesInTimer {
    @Trial
    void test(VirtualClock clock) {
      clock.callLater(SECOND, () -> assumeTrue(clock.elapsed().isZero())); // here
      clock.advance(SECOND);
    }
  }

  @Mistake(value = "an assumption fails on a thread", code = FailureCode.LOGGED_ERROR)
  static final class AssumesOnThread {
    @Trial
    void test() throws InterruptedException {
      Thread thread = new Thread(() -> assumeTrue(Thread.interrupted())); // here
      thread.start();
      thread.join();
    }
  }

  @Mistake(
      value = "all tests of a class are expected to fail, and one passes",
      code = FailureCode.UNEXPECTED_SUCCESS)
  @Todo("not written yet")
  static final class OnePasses {
    @Trial
    void fails() {
      Integer.parseInt("none");
    }

    @Trial
    void passes() {} // here
  }

  @Mistake(
      value = "what is left has another name than what is allowed",
      code = FailureCode.PENDING_CALL)
  static final class AllowsAnotherName {
    @Trial
    @AllowPending(names = "heart")
    void test(VirtualClock clock) {
      clock.callLater(SECOND, () -> {}).label("heartbeat"); // here
    }
  }

  @Mistake(
      value = "what is left is of another kind than what is allowed",
      code = FailureCode.OPEN_PORT)
  static final class AllowsAnotherKind {
    @Trial
    @AllowPending(PendingKind.DELAYED_CALL)
    void test(FakeReactor reactor) throws Exception {
      reactor.callLater(SECOND, () -> {});
      reactor.listenTcp(80, peer -> null); // here
    }
  }

  @Mistake(value = "a lenient test fails by itself")
  @Lenient
  static final class LenientFails {
    @Trial
    void test(VirtualClock clock) {
      clock.callLater(SECOND, () -> {});
      Integer.parseInt("none"); // here
    }
  }

  @Mistake(
      value = "a semaphore of the whole class is not released by one of its tests",
      code = FailureCode.HELD_LOCK)
  @Execution(ExecutionMode.SAME_THREAD)
  static final class SharedSemaphore {
    private static final DeferredSemaphore TOKENS = new DeferredSemaphore(8);

    @Trial
    Deferred<?> before() {
      return TOKENS.acquire().addEffect(DeferredSemaphore::release);
    }

    @Trial
    void forgets() {
      TOKENS.acquire(); // here
    }

    @Trial
    Deferred<?> releases() {
      return TOKENS.acquire().addEffect(DeferredSemaphore::release);
    }
  }

  @Mistake(value = "the teardown of a class leaves a call armed", code = FailureCode.PENDING_CALL)
  static final class SharedTearDownLeavesCall {
    @Trial
    void test() {}

    @AfterAll
    static void close() {
      new VirtualClock().callLater(SECOND, () -> {}); // here
    }
  }

  @Mistake(value = "the setup of a class throws")
  static final class SharedSetUpThrows {
    @BeforeAll
    static void open() {
      Integer.parseInt("none"); // here
    }

    @Trial
    void test() {}
  }

  @Mistake(value = "a cleanup that a timer has added throws")
  static final class CleanupOfTimer {
    @Trial
    void test(VirtualClock clock, TrialContext trial) {
      clock.callLater(SECOND, () -> trial.addCleanup(CleanupOfTimer::throwing));
      clock.advance(SECOND);
    }

    private static void throwing() {
      Integer.parseInt("none"); // here
    }
  }

  @Mistake(value = "a wait takes longer than its class allows", code = FailureCode.TIME_LIMIT)
  @TimeLimit(virtual = "1s")
  static final class LimitOfClass {
    @Trial
    Deferred<?> test(VirtualClock clock) {
      return Deferreds.deferLater(clock, SECOND.multipliedBy(5)); // here
    }
  }

  /** A trial that is slow. */
  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.RUNTIME)
  @Trial
  @Tag("slow")
  @interface SlowTrial {}

  @Mistake(
      value = "a test with an annotation of the user leaves a call armed",
      code = FailureCode.PENDING_CALL)
  static final class OwnAnnotation {
    @SlowTrial
    void test(VirtualClock clock) {
      clock.callLater(SECOND, () -> {}); // here
    }
  }
}
