// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

import static java.util.Objects.requireNonNull;

import dev.assay.call.CallSite;
import dev.assay.call.Nanos;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An executor service whose tasks are calls of a timeline.
 *
 * @since 0.1
 */
public final class VirtualScheduler extends AbstractExecutorService
    implements ScheduledExecutorService {
  private final Timeline timeline;
  private final ExecutorLifecycle life;
  private final Bulk bulk = new Bulk(this);

  /** Creates an executor service on a timeline. */
  public VirtualScheduler(Timeline timeline) {
    this.timeline = timeline;
    this.life = new ExecutorLifecycle(timeline);
  }

  Timeline timeline() {
    return timeline;
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
    return once(command.getClass(), runOf(command), delay, unit);
  }

  @Override
  public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
    return once(callable.getClass(), callable, delay, unit);
  }

  @Override
  public ScheduledFuture<?> scheduleAtFixedRate(
      Runnable command, long initialDelay, long period, TimeUnit unit) {
    requireNonNull(command, "command");
    long nanos = positive("period", period, unit);
    return start(
        command.getClass(),
        runOf(command),
        due(initialDelay, unit),
        (due, now) -> Nanos.saturated(due, nanos));
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(
      Runnable command, long initialDelay, long delay, TimeUnit unit) {
    requireNonNull(command, "command");
    long nanos = positive("delay", delay, unit);
    return start(
        command.getClass(),
        runOf(command),
        due(initialDelay, unit),
        (due, now) -> Nanos.saturated(now, nanos));
  }

  @Override
  public void execute(Runnable command) {
    VirtualTask<?> unused =
        once(command.getClass(), () -> runReporting(command), 0, TimeUnit.NANOSECONDS);
  }

  @Override
  public Future<?> submit(Runnable task) {
    return schedule(task, 0, TimeUnit.NANOSECONDS);
  }

  @Override
  public <T> Future<T> submit(Runnable task, T result) {
    Callable<T> work =
        () -> {
          task.run();
          return result;
        };
    return once(task.getClass(), work, 0, TimeUnit.NANOSECONDS);
  }

  @Override
  public <T> Future<T> submit(Callable<T> task) {
    return schedule(task, 0, TimeUnit.NANOSECONDS);
  }

  @Override
  public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks)
      throws InterruptedException {
    return bulk.all(tasks, Long.MAX_VALUE);
  }

  @Override
  public <T> List<Future<T>> invokeAll(
      Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
      throws InterruptedException {
    requireNonNull(tasks, "tasks");
    return bulk.all(tasks, unit.toNanos(timeout));
  }

  @Override
  public <T> T invokeAny(Collection<? extends Callable<T>> tasks)
      throws InterruptedException, ExecutionException {
    try {
      return bulk.any(tasks, Long.MAX_VALUE);
    } catch (TimeoutException never) {
      throw new AssertionError("time has run out; please report this", never);
    }
  }

  @Override
  public <T> T invokeAny(Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    return bulk.any(tasks, unit.toNanos(timeout));
  }

  @Override
  public void shutdown() {
    for (VirtualTask<?> task : life.shutdown()) {
      if (task.isPeriodic()) {
        task.cancel(false);
      }
    }
  }

  @Override
  public List<Runnable> shutdownNow() {
    List<VirtualTask<?>> waiting = life.stop();
    if (!waiting.isEmpty()) {
      timeline.handOver(() -> waiting.forEach(VirtualTask::disarm));
    }
    return new ArrayList<>(waiting);
  }

  @Override
  public boolean isShutdown() {
    return life.isShutdown();
  }

  @Override
  public boolean isTerminated() {
    return life.isDone();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    long nanos = unit.toNanos(timeout);
    if (nanos > 0 && !life.isDone() && timeline.isOwnThread()) {
      checkAwaitable(nanos);
    }
    return life.awaitTermination(nanos);
  }

  /** Returns {@code scheduled executor, running, 2 tasks unfinished}. */
  @Override
  public String toString() {
    return "scheduled executor, " + life;
  }

  private static long positive(String what, long period, TimeUnit unit) {
    requireNonNull(unit, "unit");
    if (period <= 0) {
      throw new IllegalArgumentException(what + " must be positive: " + period);
    }
    return unit.toNanos(period);
  }

  private long due(long delay, TimeUnit unit) {
    return Nanos.saturated(timeline.nanos(), unit.toNanos(delay));
  }

  private <V extends @Nullable Object> VirtualTask<V> once(
      Class<?> code, Callable<V> work, long delay, TimeUnit unit) {
    return start(code, work, due(delay, unit), null);
  }

  private <V extends @Nullable Object> VirtualTask<V> start(
      Class<?> code, Callable<V> work, long due, @Nullable LongBinaryOperator repeat) {
    VirtualTask<V> task = new VirtualTask<>(timeline, life, code, work, due, repeat);
    life.accept(this, task);
    CallSite origin = timeline.origin();
    timeline.handOver(() -> task.arm(origin));
    return task;
  }

  private static Callable<?> runOf(Runnable command) {
    return () -> {
      command.run();
      return null;
    };
  }

  private @Nullable Void runReporting(Runnable command) {
    try {
      command.run();
      return null;
    } catch (Throwable thrown) {
      if (timeline.ledger() == null) {
        timeline.report(thrown); // a ledger is notified of every task
      }
      throw thrown;
    }
  }

  /** Creates a task that is never run. */
  <T> VirtualTask<T> unstarted(Callable<T> work) {
    return new VirtualTask<>(timeline, life, work.getClass(), work, timeline.nanos(), null);
  }

  /** Arms a task for now. */
  <T> VirtualTask<T> start(Callable<T> work) {
    return once(work.getClass(), work, 0, TimeUnit.NANOSECONDS);
  }

  /** Runs a task immediately, without arming it. */
  <T> VirtualTask<T> runHere(Callable<T> work) {
    VirtualTask<T> task = unstarted(work);
    life.accept(this, task);
    task.run();
    return task;
  }

  private void checkAwaitable(long nanos) {
    timeline.checkDrivable("wait for an executor to terminate");
    if (!isShutdown() && Nanos.saturated(timeline.nanos(), nanos) == Long.MAX_VALUE) {
      throw new IllegalStateException(
          this + ": waiting for it to terminate would never end; shut it down first");
    }
  }
}
