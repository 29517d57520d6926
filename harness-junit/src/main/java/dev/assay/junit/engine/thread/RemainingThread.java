// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine.thread;

import dev.assay.trial.thread.ThreadSnapshot;
import java.util.List;

/**
 * A thread that is alive at the end of its trial, and the remaining time to wait for it. The time
 * is counted in rounds of the waiting thread, which take longer on a loaded machine, as that delays
 * the waiting thread too. A thread that has something to do, or was told to end, gets ten times as
 * many rounds.
 */
final class RemainingThread {
  private static final long ROUND_MILLIS = 10;
  private static final int PATIENCE = 300;
  private static final int STANDING = 10;
  private static final int GOING = 1;

  private final Thread thread;
  private int patience = PATIENCE;

  RemainingThread(Thread thread) {
    this.thread = thread;
  }

  /**
   * Waits for threads to end, and returns those that do not.
   *
   * @param round called from time to time, so that the wait does not look like a standstill
   */
  static List<Thread> staying(List<RemainingThread> threads, Runnable round) {
    boolean interrupted = false;
    for (List<RemainingThread> waited = threads; !waited.isEmpty(); ) {
      try {
        waited.get(0).thread.join(ROUND_MILLIS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
      round.run();
      waited.forEach(RemainingThread::countRound);
      waited = waited.stream().filter(RemainingThread::isWaitedFor).toList();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return threads.stream().map(some -> some.thread).filter(Thread::isAlive).toList();
  }

  private void countRound() {
    patience -= ThreadSnapshot.isWaiting(thread) ? STANDING : GOING;
  }

  private boolean isWaitedFor() {
    return patience > 0 && thread.isAlive();
  }
}
