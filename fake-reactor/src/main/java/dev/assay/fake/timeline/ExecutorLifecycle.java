// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

import dev.assay.call.Nanos;
import dev.assay.time.FutureHome;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The lifecycle of an executor: whether it accepts tasks, which tasks are unfinished, and which one
 * runs. The executor is terminated when it accepts no more tasks and all have finished. Any thread
 * may call the methods.
 */
final class ExecutorLifecycle implements FutureHome.Look {
  private final Timeline timeline;
  private final CountDownLatch terminated = new CountDownLatch(1);
  private final Set<VirtualTask<?>> unfinished = new LinkedHashSet<>();
  private boolean shutdown;
  private boolean stopped;

  /**
   * The innermost run. Runs are nested when a task has the executor invoke others on the same
   * thread and waits for them.
   */
  private @Nullable Run run;

  /** The time at which the executor terminated. */
  private volatile long end;

  ExecutorLifecycle(Timeline timeline) {
    this.timeline = timeline;
  }

  /** Accepts a task, or rejects it after shutdown. */
  synchronized void accept(Object executor, VirtualTask<?> task) {
    if (shutdown) {
      throw new RejectedExecutionException(
          executor + " was shut down and accepts no more tasks: " + task);
    }
    unfinished.add(task);
  }

  /** Returns whether a task was accepted and is not finished. */
  synchronized boolean has(VirtualTask<?> task) {
    return unfinished.contains(task);
  }

  /** Removes a task that is not running; returns whether it was unfinished. */
  synchronized boolean finish(VirtualTask<?> task) {
    if (isRunning(task) || !unfinished.remove(task)) {
      return false;
    }
    settle();
    return true;
  }

  /** Begins to run a task on this thread, if it may run: after shutdown, periodic tasks may not. */
  synchronized boolean begin(VirtualTask<?> task) {
    if (!lets(task)) {
      return false;
    }
    run = new Run(task, Thread.currentThread(), run);
    return true;
  }

  /** Ends the innermost run; returns whether the enclosing run must see an interrupt. */
  synchronized boolean end() {
    run = run == null ? null : run.outer;
    return run != null && stopped;
  }

  /** Returns whether a task may run in the current state. */
  synchronized boolean lets(VirtualTask<?> task) {
    return !shutdown || (!stopped && !task.isPeriodic());
  }

  /**
   * Accepts no more tasks. Returns the waiting tasks, or none if the executor was already shut
   * down.
   */
  synchronized List<VirtualTask<?>> shutdown() {
    List<VirtualTask<?>> waiting = shutdown ? List.of() : waiting();
    shutdown = true;
    settle();
    return waiting;
  }

  /**
   * Accepts no more tasks, interrupts the running task, and removes and returns the waiting tasks.
   */
  synchronized List<VirtualTask<?>> stop() {
    List<VirtualTask<?>> waiting = waiting();
    stopped = true;
    shutdown = true;
    waiting.forEach(unfinished::remove);
    if (run != null) {
      run.thread.interrupt();
    }
    settle();
    return waiting;
  }

  synchronized boolean isShutdown() {
    return shutdown;
  }

  /** Waits until the executor is terminated; returns whether that happened in time. */
  boolean awaitTermination(long nanos) throws InterruptedException {
    long due = Nanos.saturated(timeline.nanos(), nanos);
    return isDone() || (nanos > 0 && new ClockExecutor(timeline).await(this, nanos) && end <= due);
  }

  @Override
  public boolean isDone() {
    return terminated.getCount() == 0;
  }

  @Override
  public boolean isDoneWithin(long nanos) throws InterruptedException {
    return terminated.await(nanos, TimeUnit.NANOSECONDS);
  }

  /** Returns {@code running, 2 tasks unfinished}. */
  @Override
  public synchronized String toString() {
    String state = !shutdown ? "running" : isDone() ? "terminated" : "shutting down";
    int count = unfinished.size();
    return state + ", " + count + (count == 1 ? " task" : " tasks") + " unfinished";
  }

  private List<VirtualTask<?>> waiting() {
    List<VirtualTask<?>> waiting = new ArrayList<>(unfinished);
    waiting.removeIf(this::isRunning);
    waiting.sort(VirtualTask.ORDER);
    return waiting;
  }

  private boolean isRunning(VirtualTask<?> task) {
    Run some = run;
    while (some != null && some.task != task) {
      some = some.outer;
    }
    return some != null;
  }

  private void settle() {
    if (shutdown && unfinished.isEmpty() && !isDone()) {
      end = timeline.nanos();
      terminated.countDown();
    }
  }

  /** A task that runs on a thread, and the enclosing run, if there is one. */
  private record Run(VirtualTask<?> task, Thread thread, @Nullable Run outer) {}
}
