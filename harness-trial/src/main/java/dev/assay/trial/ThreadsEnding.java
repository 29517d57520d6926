// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import dev.assay.pending.Births;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The threads that a trial has started and that are about to end, where those that stay are
 * nobody's business: what such a thread still logs or dies of is the trial's, however late it was
 * scheduled.
 */
final class ThreadsEnding {
  private static final long ROUND_MILLIS = 10;

  /** The rounds for which a thread is waited for that is at work. */
  private static final int MOST = 100;

  /** The looks in a row that must find each thread waiting, until none of them is about to end. */
  private static final int STANDING = 3;

  /**
   * How long a virtual thread is waited for, of which nobody sees what it does; looks take time.
   */
  private static final Duration GRACE = Duration.ofMillis(20);

  private ThreadsEnding() {}

  /** Waits for them. */
  static void await(TrialRun run) {
    if (run.ledger().births().isEmpty()) {
      return; // as most trials leave it
    }
    try {
      awaitPlatform(run, left(run));
      if (run.ledger().births().haveVirtual()) {
        RealTime.waitUntil(() -> ThreadsLeft.virtual(run).isEmpty(), GRACE, run.ledger());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitPlatform(TrialRun run, List<Thread> left) throws InterruptedException {
    int standing = 0;
    for (int round = 0; !left.isEmpty() && round < MOST && standing < STANDING; round++) {
      left.get(0).join(ROUND_MILLIS);
      run.ledger().progressed();
      left.removeIf(thread -> !thread.isAlive());
      standing = left.stream().allMatch(ThreadsEnding::stands) ? standing + 1 : 0;
    }
  }

  private static List<Thread> left(TrialRun run) {
    Births births = run.ledger().births();
    List<Thread> left = new ArrayList<>(new ThreadFacts().all());
    left.removeIf(
        thread ->
            births.placeOf(thread.getId()) == null
                || births.isForAll(thread)
                || thread.equals(Thread.currentThread())
                || run.settings().allows(thread.getName()));
    return left;
  }

  /** Returns whether a thread waits for something, and was not told to stop. */
  private static boolean stands(Thread thread) {
    if (thread.isInterrupted()) {
      return false;
    }
    Sight sight = Sight.of(thread);
    return !sight.stack().isEmpty() && (sight.state() != Thread.State.RUNNABLE || sight.isNative());
  }
}
