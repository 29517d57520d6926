// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.DeferredLock;
import dev.assay.deferred.DeferredQueue;
import dev.assay.deferred.DeferredSemaphore;
import dev.assay.deferred.Deferreds;
import dev.assay.deferred.FirstErrorException;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.Strict;
import dev.assay.junit.Trial;
import dev.assay.trial.TrialContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Correct trials that use what others use as well, or nest what can be nested. */
@Execution(ExecutionMode.SAME_THREAD)
abstract class CorrectShared {
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** What each of the nested classes shares, made by whoever comes first. */
  private final Deferred<String> made = Deferred.succeed("on");

  @Trial
  Deferred<?> deferred_ofTheClass_isReturned() {
    return shared().addEffect(config -> assertThat(config).isEqualTo("on"));
  }

  @Trial
  void deferred_ofTheClass_isLookedAt() {
    shared().addEffect(config -> assertThat(config).isEqualTo("on"));
  }

  @Trial
  void deferred_ofTheClass_failsInACallbackAndIsHandled() {
    shared()
        .<String>addCallback(config -> config.substring(9))
        .addErrback(IndexOutOfBoundsException.class, error -> "on");
  }

  @Trial
  Deferred<?> deferred_ofTheClass_isAwaitedByAnother(VirtualClock clock) {
    return Deferreds.deferLater(clock, SECOND)
        .addDeferringCallback(nothing -> Deferreds.gather(List.of(shared())));
  }

  @Trial
  void deferred_ofTheFixture_isLookedAt() {
    made.addEffect(config -> assertThat(config).isEqualTo("on"));
  }

  @Trial
  Deferred<?> methodReference_isACallback(VirtualClock clock) {
    return Deferreds.deferLater(clock, SECOND, () -> "12")
        .addCallback(Integer::parseInt)
        .addEffect(twelve -> assertThat(twelve).isEqualTo(12));
  }

  @Trial
  void methodReference_failsAsExpected(TrialContext trial) {
    Deferred<Integer> number = Deferred.succeed("x").addCallback(Integer::parseInt);
    assertThatThrownBy(() -> trial.await(number)).isInstanceOf(NumberFormatException.class);
  }

  @Trial
  void tokens_areReleasedInTheirCallbacks() {
    DeferredSemaphore semaphore = new DeferredSemaphore(2);
    semaphore.acquire().addEffect(DeferredSemaphore::release);
    semaphore.acquire().addEffect(DeferredSemaphore::release);
    assertThat(semaphore.tokens()).isEqualTo(2);
  }

  @Trial
  void tokens_areReleasedInAnotherOrder() {
    DeferredSemaphore semaphore = new DeferredSemaphore(2);
    semaphore.acquire();
    Deferred<DeferredSemaphore> second = semaphore.acquire();
    second.addEffect(DeferredSemaphore::release);
    semaphore.release();
  }

  @Trial
  Deferred<?> tokens_areHandedFromOneToTheNext(VirtualClock clock) {
    DeferredSemaphore semaphore = new DeferredSemaphore(2);
    List<Deferred<Void>> all = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      all.add(
          semaphore
              .acquire()
              .addDeferringCallback(
                  held ->
                      Deferreds.deferLater(clock, SECOND)
                          .addEffect(nothing -> semaphore.release())));
    }
    return Deferreds.gather(all);
  }

  @Trial
  void lock_ofTheClass_isReleased() {
    lock().acquire().addEffect(DeferredLock::release);
  }

  @Trial
  Deferred<?> lock_ofTheClass_isRunWith(VirtualClock clock) {
    return lock().runDeferring(() -> Deferreds.deferLater(clock, SECOND));
  }

  @Trial
  void queue_ofTheClass_isEmptiedAgain() {
    queue().put("job");
    queue().get().addEffect(job -> assertThat(job).isEqualTo("job"));
  }

  @Trial
  void gatherings_ofGatherings_areCancelled() {
    Deferred<String> inner = new Deferred<>();
    Deferred<String> outer = inner;
    for (int i = 0; i < 5_000; i++) {
      outer = Deferreds.gather(List.of(outer)).addCallback(all -> all.get(0));
    }
    outer.addErrback(FirstErrorException.class, error -> "cancelled");
    outer.cancel();
    assertThat(inner.isFired()).isTrue();
  }

  /** What a class shares: made before its first trial. */
  static final class Shared {
    private final Deferred<String> config = Deferred.succeed("on");
    private final DeferredLock lock = new DeferredLock();
    private final DeferredQueue<String> queue = new DeferredQueue<>();
  }

  abstract Shared of();

  private Deferred<String> shared() {
    return of().config;
  }

  private DeferredLock lock() {
    return of().lock;
  }

  private DeferredQueue<String> queue() {
    return of().queue;
  }

  /** What is shared is made in the set-up of the class. */
  static final class InCorrectSharedOfSetUp extends CorrectShared {
    private static final AtomicReference<Shared> SHARED = new AtomicReference<>();

    @BeforeAll
    static void share() {
      SHARED.set(new Shared());
    }

    @Override
    Shared of() {
      return SHARED.get();
    }
  }

  /** Nothing at all may be left behind. */
  @Strict
  static final class InCorrectSharedStrict extends CorrectShared {
    private static final AtomicReference<Shared> SHARED = new AtomicReference<>();

    @BeforeAll
    static void share() {
      SHARED.set(new Shared());
    }

    @Override
    Shared of() {
      return SHARED.get();
    }
  }

  /** What is shared is made by the first trial that needs it. */
  static final class InCorrectSharedOfInitialiser extends CorrectShared {
    @Override
    Shared of() {
      return Holder.SHARED;
    }

    /** Holds what is made once. */
    private static final class Holder {
      static final Shared SHARED = new Shared();
    }
  }
}
