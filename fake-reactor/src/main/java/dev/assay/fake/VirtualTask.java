// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import dev.assay.pending.Display;
import dev.assay.pending.Ledger;
import dev.assay.pending.LedgerEntry;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A task of a {@link VirtualScheduler}, and the future of its result. It is armed as a call; if it
 * is periodic, again after each run.
 */
final class VirtualTask<V extends @Nullable Object> extends FutureTask<V>
    implements RunnableScheduledFuture<V>, InLane {
  private static final Comparator<VirtualTask<?>> ORDER =
      Comparator.<VirtualTask<?>>comparingLong(task -> task.due)
          .thenComparingLong(task -> task.sequence);

  private final VirtualScheduler scheduler;
  private final Timeline timeline;

  /** The class of what the user wrote, by which this is known where no ledger is. */
  private final Class<?> code;

  /** Returns the next due time, given the last one and now; null if this runs once. */
  private final @Nullable LongBinaryOperator repeat;

  /** When this is next due, and its place among tasks due then. */
  private volatile long due;

  private volatile long sequence;
  private volatile boolean interrupting;

  // The timeline's own thread alone touches what follows.
  private @Nullable VirtualCall call;
  private boolean running;
  private boolean finished;

  /** What this threw, for as long as nobody has asked for its result; kept in a trial only. */
  private @Nullable LedgerEntry unread;

  VirtualTask(
      VirtualScheduler scheduler,
      Class<?> code,
      Callable<V> work,
      long due,
      @Nullable LongBinaryOperator repeat) {
    super(work);
    this.scheduler = scheduler;
    this.timeline = scheduler.timeline();
    this.code = code;
    this.repeat = repeat;
    this.due = due;
    this.sequence = timeline.nextSequence();
  }

  /** Arms this for the first time. */
  void arm(@Nullable Origin origin) {
    if (isDone()) {
      finish();
    } else {
      due = Math.max(due, timeline.nanos());
      call = timeline.arm(due, this, origin, "");
    }
  }

  @Override
  public void run() {
    if (!scheduler.lets(this)) {
      cancel(false);
      return;
    }
    running = true;
    if (repeat == null) {
      super.run();
    } else if (runAndReset() && !scheduler.lets(this)) {
      cancel(false);
    }
    running = false;
    if (interrupting && isCancelled()) {
      // The interrupt was meant for the task, not for the thread that now goes on.
      Thread.interrupted();
    }
    if (isDone()) {
      finish();
    } else {
      armAgain();
    }
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    if (mayInterruptIfRunning) {
      interrupting = true;
    }
    return super.cancel(mayInterruptIfRunning);
  }

  @Override
  public boolean isPeriodic() {
    return repeat != null;
  }

  /** Takes what the task threw; a trial is told, until somebody asks for the result. */
  @Override
  protected void setException(Throwable thrown) {
    Ledger ledger = timeline.ledger();
    if (ledger != null) {
      unread = ledger.logError(call == null ? "a task" : call.who(), thrown);
    }
    super.setException(thrown);
  }

  @Override
  public V get() throws InterruptedException, ExecutionException {
    refuseToWait();
    try {
      return super.get();
    } finally {
      timeline.handOver(this::read);
    }
  }

  @Override
  public V get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (timeout > 0) {
      refuseToWait();
    }
    try {
      return super.get(timeout, unit);
    } finally {
      timeline.handOver(this::read);
    }
  }

  private void read() {
    if (unread != null && isDone()) {
      unread.settle();
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

  /** Names the class of the user's code. */
  @Override
  public String origin() {
    return CodeOrigin.of(code);
  }

  /** Returns the executor: it runs the tasks that are due together in their order. */
  @Override
  public Object lane() {
    return scheduler;
  }

  boolean belongsTo(VirtualScheduler other) {
    return scheduler == other;
  }

  /** Ends this task's part in its executor's life, unless a run is still to end. */
  void finish() {
    if (finished || running) {
      return;
    }
    finished = true;
    if (call != null && call.isActive()) {
      call.cancel();
    }
    scheduler.finished();
  }

  @Override
  protected void done() {
    if (isCancelled()) {
      timeline.handOver(this::finish);
    }
  }

  private void armAgain() {
    if (repeat != null && call != null && timeline.isRunning(call)) {
      due = repeat.applyAsLong(due, timeline.nanos());
      sequence = timeline.nextSequence();
      call.again(this, due);
    }
  }

  private void refuseToWait() {
    if (isDone() || !timeline.isOwnThread()) {
      return;
    }
    VirtualCall busy = timeline.running();
    String advice =
        busy == null
            ? "; advance the clock to its due time first"
            : "; return from " + busy.subject() + " first and ask again in a later call";
    throw new IllegalStateException(
        "the clock's own thread must not wait for a task that only it can run: " + this + advice);
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
