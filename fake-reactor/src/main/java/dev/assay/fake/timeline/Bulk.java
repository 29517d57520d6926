// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

import static java.util.Objects.requireNonNull;

import dev.assay.call.Nanos;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;

/**
 * The operations of an executor that run several tasks and wait for them. On the timeline's own
 * thread the tasks run immediately, which takes no time; on any other thread they are armed, and
 * the thread waits. A null task is rejected before any task runs.
 */
record Bulk(VirtualScheduler executor) {
  /** Runs all tasks; those that are not done when the time is up are cancelled. */
  <T> List<Future<T>> all(Collection<? extends Callable<T>> tasks, long nanos)
      throws InterruptedException {
    Timeline timeline = executor.timeline();
    List<Future<T>> futures = new ArrayList<>();
    boolean allDone = false;
    try {
      List<VirtualTask<T>> started = new ArrayList<>();
      long end = Nanos.saturated(timeline.nanos(), nanos);
      for (Callable<T> work : checked(tasks)) {
        VirtualTask<T> task = nanos <= 0 ? executor.unstarted(work) : start(work);
        futures.add(task);
        started.add(task);
      }
      allDone = awaitAll(started, end);
      return futures;
    } finally {
      if (!allDone) {
        futures.forEach(future -> future.cancel(true));
      }
    }
  }

  private <T> boolean awaitAll(List<VirtualTask<T>> tasks, long end) throws InterruptedException {
    for (VirtualTask<T> task : tasks) {
      if (!task.awaitDone(end - executor.timeline().nanos())) {
        return false;
      }
    }
    return true;
  }

  /** Runs tasks one after the other until one succeeds, and returns its result. */
  <T> T any(Collection<? extends Callable<T>> tasks, long nanos)
      throws InterruptedException, ExecutionException, TimeoutException {
    Timeline timeline = executor.timeline();
    List<Callable<T>> checked = checked(tasks);
    if (checked.isEmpty()) {
      throw new IllegalArgumentException("tasks must not be empty: " + tasks);
    }
    long end = Nanos.saturated(timeline.nanos(), nanos);
    ExecutionException failed = null;
    for (Callable<T> work : checked) {
      VirtualTask<T> task = start(work);
      try {
        return task.getWithin(end - timeline.nanos());
      } catch (ExecutionException thrown) {
        failed = thrown;
      } catch (CancellationException cancelled) {
        failed = new ExecutionException(cancelled);
      } finally {
        task.cancel(true);
      }
    }
    throw requireNonNull(failed);
  }

  private <T> VirtualTask<T> start(Callable<T> work) {
    return executor.timeline().isOwnThread() ? executor.runHere(work) : executor.start(work);
  }

  private static <T> List<Callable<T>> checked(Collection<? extends Callable<T>> tasks) {
    List<Callable<T>> checked = new ArrayList<>(requireNonNull(tasks, "tasks"));
    checked.forEach(task -> requireNonNull(task, "a task"));
    return checked;
  }
}
