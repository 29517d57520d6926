// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.DeferredSemaphore;
import dev.assay.deferred.Deferreds;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.AllowPending;
import dev.assay.junit.Lenient;
import dev.assay.junit.Strict;
import dev.assay.junit.TimeLimit;
import dev.assay.junit.Todo;
import dev.assay.junit.Trial;
import dev.assay.pending.PendingKind;
import dev.assay.time.DelayedCall;
import dev.assay.trial.SkippedException;
import dev.assay.trial.TrialContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Correct trials in nested classes, with state, with assumptions and with permissions. */
@SuppressWarnings("StaticAssignmentOfThrowable") // to share one is what is tried
abstract class CorrectStructures {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final DeferredSemaphore TOKENS = new DeferredSemaphore(1_000);
  private static final RuntimeException SHARED = new IllegalStateException("shared");

  @Trial
  @Skips
  void assumption_failsInTheBody() {
    assumeTrue(TOKENS.limit() == 0);
  }

  @Trial
  @Skips
  void assumption_failsAfterAllIsSettled(VirtualClock clock, TrialContext trial) {
    trial.addCleanup(clock.callLater(SECOND, () -> {})::cancel);
    assumeTrue(TOKENS.limit() == 0);
  }

  @Trial
  @Skips
  Deferred<?> assumption_failsInACallbackThatIsReturned(VirtualClock clock) {
    return Deferreds.deferLater(clock, SECOND)
        .addEffect(nothing -> assumeTrue(TOKENS.limit() == 0));
  }

  @Trial
  @Skips
  void skips_byItself() {
    throw new SkippedException("not here");
  }

  @Trial
  @Todo("not written yet")
  void todo_fails() {
    throw new UnsupportedOperationException("not written yet");
  }

  @Trial
  @Todo(value = "not written yet", errors = UnsupportedOperationException.class)
  Deferred<?> todo_failsLater(VirtualClock clock) {
    return Deferreds.deferLater(clock, SECOND)
        .addCallback(
            nothing -> {
              throw new UnsupportedOperationException("not written yet");
            });
  }

  @Trial
  @Lenient
  void lenient_leavesWhatItLikes(FakeReactor reactor) throws Exception {
    reactor.callLater(SECOND, () -> {});
    reactor.listenTcp(80, peer -> null);
    new Deferred<String>().addCallback(String::length);
  }

  @Trial
  @AllowPending(value = PendingKind.LISTENING_PORT, names = "heart*")
  void permissions_addUp(FakeReactor reactor) throws Exception {
    reactor.callLater(SECOND, () -> {}).label("heartbeat");
    reactor.listenTcp(80, peer -> null);
  }

  @Trial
  @TimeLimit(virtual = "1h")
  Deferred<?> wait_isLong(VirtualClock clock) {
    return Deferreds.deferLater(clock, Duration.ofMinutes(50));
  }

  @Trial
  @ResourceLock("tokens")
  Deferred<?> semaphore_ofAll_isReleased(VirtualClock clock) {
    return TOKENS.acquire().addEffect(DeferredSemaphore::release);
  }

  @Trial
  void exception_ofAll_isExpected() {
    assertThatThrownBy(
            () -> {
              throw SHARED;
            })
        .isSameAs(SHARED);
  }

  @Trial
  void exception_ofAll_isHandled() {
    Deferred.<String>fail(SHARED).addErrback(shared -> "handled");
  }

  @Trial
  void exception_ofAll_isFlushed(TrialContext trial) {
    Deferred.fail(SHARED);
    assertThat(trial.flushLoggedErrors(IllegalStateException.class)).containsExactly(SHARED);
  }

  /** Nothing else is there. */
  static final class InCorrectStructuresAlone extends CorrectStructures {}

  /** Everything is given by the class around. */
  static final class InCorrectStructuresNested extends CorrectStructures {
    private final VirtualClock clock;
    private final List<String> done = new ArrayList<>();
    private final DelayedCall call;

    InCorrectStructuresNested(VirtualClock clock) {
      this.clock = clock;
      call = clock.callLater(Duration.ofDays(9999), () -> {});
    }

    @BeforeEach
    void begin() {
      done.add("begun");
    }

    @AfterEach
    void end() {
      call.cancel();
    }

    @Nested
    final class Within {
      private final VirtualClock same;

      Within(VirtualClock clock) {
        same = clock;
      }

      @BeforeEach
      Deferred<?> begin() {
        done.add("begun within");
        return Deferreds.deferLater(clock, SECOND);
      }

      @Trial
      void clock_isThatOfTheClassAround() {
        assertThat(same).isSameAs(clock);
        assertThat(clock.elapsed()).isEqualTo(SECOND);
      }

      @Nested
      final class Innermost {
        @Trial
        void setUps_areInOrder() {
          assertThat(done).containsExactly("begun", "begun within");
        }
      }
    }
  }

  /** A pool is shared by all, whose threads are started before them. */
  static final class InCorrectStructuresWithPool extends CorrectStructures {
    private static final AtomicReference<ThreadPoolExecutor> POOL = new AtomicReference<>();

    @BeforeAll
    static void start() {
      POOL.set(new ThreadPoolExecutor(2, 2, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>()));
      POOL.get().prestartAllCoreThreads();
    }

    @AfterAll
    static void stop() throws InterruptedException {
      POOL.get().shutdown();
      POOL.get().awaitTermination(1, TimeUnit.HOURS);
    }

    @Trial
    void task_ofThePool_isAwaited() throws Exception {
      ExecutorService pool = POOL.get();
      assertThat(pool.submit(() -> "pong").get()).isEqualTo("pong");
    }

    @Trial
    void otherTask_ofThePool_isAwaited() throws Exception {
      assertThat(POOL.get().submit(() -> "pong").get()).isEqualTo("pong");
    }
  }

  /** Nothing at all may be left behind, but by what is lenient itself. */
  @Strict
  static final class InCorrectStructuresStrict extends CorrectStructures {}
}
