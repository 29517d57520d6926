// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

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

/** An executor service whose tasks are calls of a timeline. */
final class VirtualScheduler extends AbstractExecutorService implements ScheduledExecutorService {
  private final Timeline timeline;
  private final Lifecycle life = new Lifecycle();

  VirtualScheduler(Timeline timeline) {
    this.timeline = timeline;
  }

  Timeline timeline() {
    return timeline;
  }

  /** Returns whether a task may run as things stand: after shutdown only one that runs once may. */
  boolean lets(VirtualTask<?> task) {
    return life.lets(task.isPeriodic());
  }

  void finished() {
    life.finish();
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
    return timeline.isOwnThread() ? runHere(tasks) : super.invokeAll(tasks);
  }

  @Override
  public <T> List<Future<T>> invokeAll(
      Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
      throws InterruptedException {
    // No time passes while tasks run here, so only a time-out of zero can have run out.
    return timeline.isOwnThread() && timeout > 0
        ? runHere(tasks)
        : super.invokeAll(tasks, timeout, unit);
  }

  @Override
  public <T> T invokeAny(Collection<? extends Callable<T>> tasks)
      throws InterruptedException, ExecutionException {
    return timeline.isOwnThread() ? runUntilOneSucceeds(tasks) : super.invokeAny(tasks);
  }

  @Override
  public <T> T invokeAny(Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    return timeline.isOwnThread()
        ? runUntilOneSucceeds(tasks)
        : super.invokeAny(tasks, timeout, unit);
  }

  @Override
  public void shutdown() {
    life.shutdown();
    timeline.handOver(
        () ->
            waiting().stream().filter(VirtualTask::isPeriodic).forEach(task -> task.cancel(false)));
  }

  @Override
  public List<Runnable> shutdownNow() {
    timeline.checkThread("call shutdownNow");
    List<VirtualTask<?>> waiting = waiting();
    life.stop();
    waiting.forEach(VirtualTask::finish);
    return new ArrayList<>(waiting);
  }

  @Override
  public boolean isShutdown() {
    return life.isShutdown();
  }

  @Override
  public boolean isTerminated() {
    if (timeline.isOwnThread()) {
      timeline.takeIn();
    }
    return life.isTerminated();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    if (!timeline.isOwnThread()) {
      return life.awaitTermination(timeout, unit);
    }
    if (isTerminated() || timeout <= 0) {
      return life.isTerminated();
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return advanceToTermination(due(timeout, unit));
  }

  /** Returns {@code scheduled executor, running, 2 tasks unfinished}. */
  @Override
  public String toString() {
    return "scheduled executor, " + life;
  }

  private static long positive(String what, long period, TimeUnit unit) {
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
    VirtualTask<V> task = new VirtualTask<>(this, code, work, due, repeat);
    life.accept(this, task);
    Origin origin = timeline.origin();
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
      timeline.report(thrown);
      throw thrown;
    }
  }

  private <T> List<Future<T>> runHere(Collection<? extends Callable<T>> tasks) {
    List<Future<T>> futures = new ArrayList<>();
    for (Callable<T> work : tasks) {
      futures.add(runHere(work));
    }
    return futures;
  }

  private <T> VirtualTask<T> runHere(Callable<T> work) {
    VirtualTask<T> task = new VirtualTask<>(this, work.getClass(), work, timeline.nanos(), null);
    life.accept(this, task);
    task.run();
    return task;
  }

  private <T> T runUntilOneSucceeds(Collection<? extends Callable<T>> tasks)
      throws InterruptedException, ExecutionException {
    ExecutionException failed = null;
    for (Callable<T> work : tasks) {
      try {
        return runHere(work).get();
      } catch (ExecutionException thrown) {
        failed = thrown;
      }
    }
    if (failed == null) {
      throw new IllegalArgumentException("tasks must not be empty: " + tasks);
    }
    throw failed;
  }

  /** Returns the tasks that are armed, in the order in which they would run. */
  private List<VirtualTask<?>> waiting() {
    List<VirtualTask<?>> waiting = new ArrayList<>();
    for (VirtualCall call : timeline.armed()) {
      if (call.action() instanceof VirtualTask<?> task && task.belongsTo(this)) {
        waiting.add(task);
      }
    }
    return waiting;
  }

  private boolean advanceToTermination(long end) {
    timeline.checkDrivable("wait for an executor to terminate");
    if (end == Long.MAX_VALUE && !isShutdown()) {
      throw new IllegalStateException(
          this + ": waiting for it to terminate would never end; shut it down first");
    }
    timeline.runUntil(life::isTerminated, end);
    if (!life.isTerminated() && end < Long.MAX_VALUE) {
      timeline.moveTo(end);
    }
    timeline.failures().raise();
    return life.isTerminated();
  }
}
