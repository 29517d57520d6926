// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Whether an executor takes tasks, and how many it has yet to finish. It is terminated once it
 * takes no more and has finished all. Any thread may ask and tell.
 */
final class Lifecycle {
  private final CountDownLatch terminated = new CountDownLatch(1);
  private boolean shutdown;
  private boolean stopped;
  private int unfinished;

  /** Counts a task, or refuses it after shutdown. */
  synchronized void accept(Object executor, Object task) {
    if (shutdown) {
      throw new RejectedExecutionException(
          executor + " was shut down and takes no more tasks: " + task);
    }
    unfinished++;
  }

  synchronized void finish() {
    unfinished--;
    settle();
  }

  synchronized void shutdown() {
    shutdown = true;
    settle();
  }

  /** Shuts down, and lets no task run any more. */
  synchronized void stop() {
    stopped = true;
    shutdown();
  }

  /** Returns whether a task that was accepted may run: after shutdown no periodic one may. */
  synchronized boolean lets(boolean periodic) {
    return !shutdown || (!stopped && !periodic);
  }

  synchronized boolean isShutdown() {
    return shutdown;
  }

  boolean isTerminated() {
    return terminated.getCount() == 0;
  }

  boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return terminated.await(timeout, unit);
  }

  /** Returns {@code running, 2 tasks unfinished}. */
  @Override
  public synchronized String toString() {
    String state = !shutdown ? "running" : isTerminated() ? "terminated" : "shutting down";
    return state + ", " + unfinished + (unfinished == 1 ? " task" : " tasks") + " unfinished";
  }

  private void settle() {
    if (shutdown && unfinished == 0) {
      terminated.countDown();
    }
  }
}
