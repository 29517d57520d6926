// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

import static java.util.Objects.requireNonNull;

import dev.assay.call.Nanos;
import dev.assay.ledger.Display;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.LedgerEntry;
import dev.assay.time.FutureHome;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The result of a task: which threads may wait for it, for how long, and whether it has been read.
 */
abstract sealed class TaskResult<V extends @Nullable Object> extends FutureTask<V>
    implements FutureHome.Look permits VirtualTask {
  final Timeline timeline;

  /** The time at which the task was done. */
  private volatile long doneAt;

  /** The logged exception of the task, until it is read; only in a trial. */
  private volatile @Nullable LedgerEntry unread;

  TaskResult(Callable<V> work, Timeline timeline) {
    super(work);
    this.timeline = timeline;
  }

  /** Returns the text with which a failure of this task is logged in a trial. */
  abstract String cause();

  @Override
  public V get() throws InterruptedException, ExecutionException {
    if (!isDone() && timeline.isOwnThread()) {
      throw new IllegalStateException(
          "the clock's own thread must not wait for a task that only it can run: "
              + this
              + advice("; advance the clock to its due time first"));
    }
    return read();
  }

  @Override
  public V get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    return getWithin(unit.toNanos(timeout));
  }

  V getWithin(long nanos) throws InterruptedException, ExecutionException, TimeoutException {
    if (!awaitDone(nanos)) {
      throw new TimeoutException(this + why(nanos));
    }
    return read();
  }

  /** Waits by the clock's time; returns whether the task was done in time. */
  boolean awaitDone(long nanos) throws InterruptedException {
    long due = Nanos.saturated(timeline.nanos(), nanos);
    return isDone()
        || (nanos > 0 && new ClockExecutor(timeline).await(this, nanos) && doneAt <= due);
  }

  @Override
  public final boolean isDoneWithin(long nanos) throws InterruptedException {
    try {
      super.get(nanos, TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException | CancellationException seen) {
      return isDone();
    }
    return isDone();
  }

  /** Returns why a wait failed, or an empty text if the wait had no time. */
  private String why(long nanos) {
    if (nanos <= 0) {
      return "";
    }
    return timeline.isOwnThread() && timeline.running() != null
        ? ": no time passes while the clock's own thread waits" + advice("")
        : ": not done within "
            + Display.time(Duration.ofNanos(nanos))
            + (timeline.isOwnThread() ? "" : " of the clock's time, or while no thread drove it");
  }

  /** Behaves as in a {@link java.util.concurrent.Future} of JDK 19 and later. */
  public V resultNow() {
    checkDone();
    try {
      return read();
    } catch (ExecutionException thrown) {
      throw new IllegalStateException("the task has failed: " + this, thrown.getCause());
    } catch (InterruptedException neverForWhatIsDone) {
      throw new IllegalStateException(neverForWhatIsDone);
    }
  }

  /** Behaves as in a {@link java.util.concurrent.Future} of JDK 19 and later. */
  public Throwable exceptionNow() {
    checkDone();
    try {
      read();
    } catch (ExecutionException thrown) {
      return requireNonNull(thrown.getCause());
    } catch (InterruptedException neverForWhatIsDone) {
      throw new IllegalStateException(neverForWhatIsDone);
    }
    throw new IllegalStateException("the task has a result: " + this);
  }

  private void checkDone() {
    if (!isDone() || isCancelled()) {
      throw new IllegalStateException("the task has neither result nor exception: " + this);
    }
  }

  /** Returns the result; a failure then counts as read, on any thread. */
  private V read() throws InterruptedException, ExecutionException {
    try {
      return super.get();
    } finally {
      LedgerEntry failure = unread;
      if (failure != null && isDone()) {
        unread = null;
        timeline.leave(failure::settle);
      }
    }
  }

  @Override
  protected void set(V result) {
    doneAt = timeline.nanos();
    super.set(result);
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    if (!isDone()) {
      doneAt = timeline.nanos();
    }
    return super.cancel(mayInterruptIfRunning);
  }

  /** Records the exception of the task; in a trial it is logged, until the result is read. */
  @Override
  protected void setException(Throwable thrown) {
    Ledger ledger = timeline.ledger();
    if (ledger != null) {
      unread = ledger.logError(cause(), thrown);
    }
    doneAt = timeline.nanos();
    super.setException(thrown);
  }

  /** Returns advice on what to do instead of waiting now. */
  private String advice(String betweenCalls) {
    VirtualCall busy = timeline.running();
    return busy == null
        ? betweenCalls
        : "; return from " + busy.subject() + " first and ask again in a later call";
  }
}
