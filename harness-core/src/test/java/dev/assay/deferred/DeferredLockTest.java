// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.assay.time.ManualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class DeferredLockTest {
  private final DeferredLock lock = new DeferredLock();
  private final List<String> trace = new ArrayList<>();
  private final List<Integer> granted = new ArrayList<>();
  private int asked;

  @Test
  void acquire_free_firesAtOnceWithTheLock() {
    assertThat(lock.acquire().state()).isEqualTo(new Outcome.Success<>(lock));
    assertThat(lock.isLocked()).isTrue();
  }

  @Test
  void acquire_held_waits() {
    lock.acquire();
    assertThat(lock.acquire().isFired()).isFalse();
    assertThat(lock.waiting()).isEqualTo(1);
  }

  @Test
  void release_nobodyWaits_unlocks() {
    lock.acquire();
    lock.release();
    assertThat(lock.isLocked()).isFalse();
  }

  @Test
  void release_someWait_handsOverToTheFirstBeforeItReturns() {
    lock.acquire();
    acquire("first");
    acquire("second");
    lock.release();
    assertThat(trace).containsExactly("first");
    assertThat(lock.isLocked()).isTrue();
    lock.release();
    assertThat(trace).containsExactly("first", "second");
    lock.release();
    assertThat(lock.isLocked()).isFalse();
  }

  @Test
  void release_unlocked_isRefused() {
    assertThatIllegalStateException()
        .isThrownBy(lock.label("db")::release)
        .withMessage(
            "DeferredLock (db) [unlocked] is not held; release() needs an acquire() before it");
    assertThat(lock.isLocked()).isFalse();
  }

  @Test
  void cancel_waiting_givesUpTheTurn() {
    lock.acquire();
    Deferred<DeferredLock> gone = lock.acquire();
    acquire("next");
    gone.cancel();
    assertThat(failureOf(gone))
        .isInstanceOf(CancellationException.class)
        .hasMessage("Deferred was cancelled");
    assertThat(lock.waiting()).isEqualTo(1);
    lock.release();
    assertThat(trace).containsExactly("next");
  }

  @Test
  void cancel_acquired_doesNothing() {
    Deferred<DeferredLock> acquired = lock.acquire();
    acquired.cancel();
    assertThat(acquired.state()).isEqualTo(new Outcome.Success<>(lock));
    assertThat(lock.isLocked()).isTrue();
  }

  @Test
  void addTimeout_waitingTooLong_givesUpTheTurn() {
    ManualTime time = new ManualTime();
    lock.acquire();
    Deferred<DeferredLock> late = lock.acquire().addTimeout(Duration.ofSeconds(1), time);
    time.advance(Duration.ofSeconds(1));
    assertThat(failureOf(late)).isInstanceOf(TimeoutException.class);
    assertThat(lock.waiting()).isZero();
  }

  @Test
  void run_value_passesThroughAndReleases() {
    Deferred<String> ran = lock.run(() -> "done, locked: " + lock.isLocked());
    assertThat(ran.state()).isEqualTo(new Outcome.Success<>("done, locked: true"));
    assertThat(lock.isLocked()).isFalse();
  }

  @Test
  void run_failure_passesThroughAndReleases() {
    IOException error = new IOException("gone");
    Deferred<String> ran =
        lock.run(
            () -> {
              throw error;
            });
    assertThat(failureOf(ran)).isSameAs(error);
    assertThat(lock.isLocked()).isFalse();
  }

  @Test
  void run_held_waitsForItsTurn() {
    lock.acquire();
    Deferred<String> ran = lock.run(() -> "ran");
    assertThat(ran.isFired()).isFalse();
    lock.release();
    assertThat(ran.state()).isEqualTo(new Outcome.Success<>("ran"));
    assertThat(lock.isLocked()).isFalse();
  }

  @Test
  void run_callGivesDeferred_failsAndSaysWhatToUse() {
    Deferred<Deferred<String>> ran = lock.run(Deferred<String>::new);
    assertThat(failureOf(ran))
        .hasMessage(
            "the call passed to run() returned Deferred [unfired];"
                + " to wait for it, use runDeferring");
    assertThat(lock.isLocked()).isFalse();
  }

  @Test
  void run_cancelledWhileItWaits_neverCalls() {
    lock.acquire();
    Deferred<Boolean> ran = lock.run(() -> trace.add("called"));
    ran.cancel();
    lock.release();
    assertThat(trace).isEmpty();
    assertThat(lock.isLocked()).isFalse();
  }

  @Test
  void run_callReleases_failsWithWhatItThrewSuppressed() {
    IOException error = new IOException("gone");
    Deferred<String> ran =
        lock.run(
            () -> {
              lock.release();
              throw error;
            });
    assertThat(failureOf(ran))
        .isInstanceOf(IllegalStateException.class)
        .hasSuppressedException(error);
  }

  @Test
  void runDeferring_unfired_holdsTheLockUntilItFires() {
    Deferred<String> body = new Deferred<>();
    Deferred<String> ran = lock.runDeferring(() -> body);
    acquire("next");
    assertThat(lock.isLocked()).isTrue();
    assertThat(trace).isEmpty();
    body.callback("done");
    assertThat(ran.state()).isEqualTo(new Outcome.Success<>("done"));
    assertThat(trace).containsExactly("next");
  }

  @Test
  void runDeferring_failure_passesThroughAndReleases() {
    IOException error = new IOException("gone");
    Deferred<String> ran = lock.runDeferring(() -> Deferred.fail(error));
    assertThat(failureOf(ran)).isSameAs(error);
    assertThat(lock.isLocked()).isFalse();
  }

  @Test
  void runDeferring_cancelled_cancelsWhatItWaitsForAndReleases() {
    Deferred<String> body = new Deferred<>(deferred -> trace.add("cancelling"));
    Deferred<String> ran = lock.runDeferring(() -> body);
    ran.cancel();
    assertThat(trace).containsExactly("cancelling");
    assertThat(failureOf(ran)).isInstanceOf(CancellationException.class);
    assertThat(lock.isLocked()).isFalse();
  }

  @Test
  @SuppressWarnings("NullAway")
  void runDeferring_callGivesNull_failsAndReleases() {
    Deferred<String> ran = lock.runDeferring(() -> null);
    assertThat(failureOf(ran)).isInstanceOf(IllegalStateException.class);
    assertThat(lock.isLocked()).isFalse();
  }

  @Test
  void run_inTurn_theNextOneIsDoneBeforeTheOneBeforeHasItsResult() {
    lock.acquire();
    run("first");
    run("second");
    lock.release();
    assertThat(trace)
        .containsExactly("first runs", "second runs", "second is done", "first is done");
  }

  @Test
  void release_inCallback_leavesTheLockToTheNext() {
    lock.acquire();
    lock.acquire()
        .addEffect(
            held -> {
              trace.add("first");
              held.release();
              trace.add("first has released");
            });
    acquire("second");
    lock.release();
    assertThat(trace).containsExactly("first", "second", "first has released");
    assertThat(lock.isLocked()).isTrue();
  }

  @Test
  void acquire_inCallback_waitsBehindTheOthers() {
    lock.acquire();
    lock.acquire().addEffect(held -> acquire("again"));
    acquire("second");
    lock.release();
    lock.release();
    assertThat(trace).containsExactly("second");
    lock.release();
    assertThat(trace).containsExactly("second", "again");
  }

  @Test
  void release_manyWaitersThatReleaseAtOnce_servesThemInOrderOnAShortStack() {
    int count = 100_000;
    List<Integer> served = new ArrayList<>();
    lock.acquire();
    for (int i = 0; i < count; i++) {
      int number = i;
      lock.run(() -> served.add(number));
    }
    lock.release();
    assertThat(served).hasSize(count).isSorted();
    assertThat(lock.isLocked()).isFalse();
  }

  @Test
  void acquire_afterAReleaseDeepInOthers_waitsBehindThoseWhoWereThere() {
    int count = 1_000;
    lock.acquire();
    for (int i = 0; i < count; i++) {
      acquireNumbered(() -> acquireNumbered(() -> {}));
    }
    lock.release();
    assertThat(granted).hasSize(2 * count).isSorted();
  }

  @Test
  void toString_namesStateAndWaiters() {
    assertThat(lock).hasToString("DeferredLock [unlocked]");
    lock.label("db").acquire();
    assertThat(lock).hasToString("DeferredLock (db) [locked]");
    lock.acquire();
    assertThat(lock).hasToString("DeferredLock (db) [locked, 1 waiting]");
  }

  private void acquire(String who) {
    lock.acquire().addEffect(held -> trace.add(who));
  }

  private void run(String who) {
    lock.run(() -> trace.add(who + " runs")).addEffect(ran -> trace.add(who + " is done"));
  }

  /** Acquires the lock, releases it as soon as it is granted, and does something after that. */
  private void acquireNumbered(Runnable afterRelease) {
    int number = asked++;
    lock.acquire()
        .addEffect(
            held -> {
              granted.add(number);
              held.release();
              afterRelease.run();
            });
  }

  static @Nullable Throwable failureOf(Deferred<?> deferred) {
    return deferred.state() instanceof Outcome.Failure<?> failure ? failure.error() : null;
  }
}
