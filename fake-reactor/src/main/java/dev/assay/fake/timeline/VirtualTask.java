// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

import dev.assay.call.CallSite;
import dev.assay.ledger.Display;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A task of a {@link VirtualScheduler}. It is armed as a call; a periodic task is armed again after
 * each run.
 */
final class VirtualTask<V extends @Nullable Object> extends TaskResult<V>
    implements RunnableScheduledFuture<V>, Ordered {
  /** The order in which tasks of one executor run. */
  static final Comparator<VirtualTask<?>> ORDER =
      Comparator.<VirtualTask<?>>comparingLong(task -> task.due)
          .thenComparingLong(task -> task.sequence);

  private final ExecutorLifecycle life;

  /** The class of the user's code, which names this task when there is no ledger. */
  private final Class<?> code;

  /**
   * Computes the next due time from the last one and the current time; null if the task runs once.
   */
  private final @Nullable LongBinaryOperator repeat;

  /** The next due time, and the position among tasks due at that time. */
  private volatile long due;

  private volatile long sequence;

  /** Whether this task has been armed, so that there may be a call to cancel. */
  private volatile boolean armed;

  // The following fields are used only by the timeline's own thread.
  private @Nullable VirtualCall call;
  private boolean running;

  VirtualTask(
      Timeline timeline,
      ExecutorLifecycle life,
      Class<?> code,
      Callable<V> work,
      long due,
      @Nullable LongBinaryOperator repeat) {
    super(work, timeline);
    this.life = life;
    this.code = code;
    this.repeat = repeat;
    this.due = due;
    this.sequence = timeline.nextSequence();
  }

  /** Arms this task for the first time, unless it was finished in the meantime. */
  void arm(@Nullable CallSite origin) {
    armed = true;
    if (life.has(this)) {
      due = Math.max(due, timeline.nanos());
      call = timeline.arm(due, this, origin, "");
    }
  }

  /** Removes the call from the armed calls, on the timeline's own thread. */
  void disarm() {
    if (call != null && call.isActive()) {
      call.cancel();
    }
  }

  /**
   * Runs the task as a worker of a {@link java.util.concurrent.ThreadPoolExecutor} does: the
   * thread's interrupted flag is clear when the task begins, and an interrupt of the task does not
   * reach the code that runs next.
   */
  @Override
  public void run() {
    boolean interrupted = Thread.interrupted();
    try {
      if (life.begin(this)) {
        runAsBegun();
        boolean outerStopped = life.end();
        Thread.interrupted();
        interrupted |= outerStopped;
        goOn();
      } else {
        cancel(false);
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void runAsBegun() {
    running = true;
    if (repeat == null) {
      super.run();
    } else if (runAndReset() && !life.lets(this)) {
      cancel(false);
    }
    running = false;
  }

  private void goOn() {
    if (isDone()) {
      life.finish(this);
      disarm();
    } else if (repeat != null && call != null && timeline.running() == call) {
      due = repeat.applyAsLong(due, timeline.nanos());
      sequence = timeline.nextSequence();
      call.again(this);
      timeline.insertAgain(call, due);
    }
  }

  @Override
  public boolean isPeriodic() {
    return repeat != null;
  }

  @Override
  String cause() {
    return call == null ? "a task" : call.who();
  }

  @Override
  protected void done() {
    if (isCancelled() && life.finish(this) && armed) {
      timeline.handOver(this::disarm);
    }
  }

  @Override
  public long getDelay(TimeUnit unit) {
    return unit.convert(due - timeline.nanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public int compareTo(Delayed other) {
    if (other instanceof VirtualTask<?> task && task.timeline == timeline) {
      return ORDER.compare(this, task);
    }
    return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
  }

  /** Returns {@code task, armed at Pinger.java:12 in ping: due at t=1s, waiting}. */
  @Override
  public String toString() {
    return who() + ": due at t=" + Display.time(Duration.ofNanos(due)) + ", " + condition();
  }

  /** Returns the name of the user's class. */
  @Override
  public String origin() {
    return Display.ofCode(code);
  }

  /** Returns a key for the executor, which runs tasks due together in order. */
  @Override
  public Object orderKey() {
    return life;
  }

  private String who() {
    String origin = call == null ? "" : call.origin();
    return "task, " + (origin.isEmpty() ? origin() : origin);
  }

  private String condition() {
    if (isDone()) {
      return isCancelled() ? "cancelled" : "done";
    }
    return running ? "running" : "waiting";
  }
}
