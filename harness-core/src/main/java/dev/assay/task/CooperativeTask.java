// SPDX-License-Identifier: Apache-2.0
package dev.assay.task;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Outcome;
import dev.assay.ledger.Display;
import dev.assay.ledger.Errors;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * One piece of long work under a {@link Cooperator}, from its first step until its iterator has no
 * more elements, fails, or is stopped.
 *
 * @param <I> the type of the iterator whose elements are the steps
 * @since 0.1
 */
public final class CooperativeTask<I extends Iterator<?>> {
  private final Cooperator cooperator;
  private final I iterator;
  private final LinkedHashSet<Deferred<I>> watchers = new LinkedHashSet<>();
  private int pauses;
  private @Nullable Deferred<?> awaited;
  private @Nullable Outcome<I> end;
  private boolean stopped;

  /** The Deferred with a failure for which no watcher had asked yet, until one asks. */
  private @Nullable Deferred<I> unclaimed;

  CooperativeTask(Cooperator cooperator, I iterator) {
    this.cooperator = cooperator;
    this.iterator = iterator;
  }

  /**
   * Returns a Deferred that fires with the iterator when it has no more elements. It fails as the
   * iterator or a Deferred among its elements does, or with a {@link CancellationException} if the
   * task is stopped. Each call returns another Deferred, and cancelling it does not stop the task.
   */
  public Deferred<I> whenDone() {
    cooperator.checkThread();
    Deferred<I> claimed = unclaimed;
    if (claimed != null) {
      unclaimed = null;
      return claimed;
    }
    return watchedBy(new Deferred<>(deferred -> watchers.remove(deferred)));
  }

  /**
   * Pauses this task after its current step, until {@link #resume()} has been called as often.
   *
   * @throws IllegalStateException if it has ended
   */
  public void pause() {
    cooperator.checkThread();
    requireUnended("pause");
    pauses++;
    cooperator.dequeue(this);
  }

  /**
   * Removes one {@link #pause()}.
   *
   * @throws IllegalStateException if there is none
   */
  public void resume() {
    cooperator.checkThread();
    if (pauses == 0) {
      throw new IllegalStateException(this + " is not paused; resume() needs a pause() before it");
    }
    pauses--;
    enqueueIfReady();
  }

  /**
   * Ends this task: it takes no further step. A Deferred that it waits for is not cancelled.
   *
   * @throws IllegalStateException if it has ended
   */
  public void stop() {
    cooperator.checkThread();
    requireUnended("stop");
    endStopped("was stopped");
  }

  /** Returns the state, such as {@code CooperativeTask [paused 2 times]}. */
  @Override
  public String toString() {
    return "CooperativeTask [" + state() + "]";
  }

  /** Returns a Deferred as {@link #whenDone()} does, except that cancelling it stops the task. */
  Deferred<I> stoppedByCancelling() {
    return watchedBy(
        new Deferred<>(
            deferred -> {
              if (end == null) {
                endStopped("was cancelled");
              }
            }));
  }

  boolean isReady() {
    return end == null && pauses == 0 && awaited == null;
  }

  void step() {
    boolean more;
    Object element;
    try {
      more = iterator.hasNext();
      element = more ? iterator.next() : null;
    } catch (Throwable error) {
      failed(error);
      return;
    }
    if (end != null) {
      return;
    }
    if (!more) {
      end(new Outcome.Success<>(iterator));
    } else if (element instanceof Deferred<?> deferred) {
      await(deferred);
    }
  }

  void endStopped(String how) {
    stopped = true;
    end(new Outcome.Failure<>(new CancellationException("the task " + how)));
  }

  private void await(Deferred<?> deferred) {
    awaited = deferred;
    deferred.<@Nullable Object>addCallbacks(
        value -> {
          awaited = null;
          enqueueIfReady();
          return null;
        },
        error -> {
          if (end != null) {
            throw error;
          }
          failed(error);
          return null;
        });
  }

  private void failed(Throwable error) {
    if (end != null) {
      Errors.log("step of " + this, error);
      return;
    }
    if (watchers.isEmpty()) {
      unclaimed = Deferred.<I>fail(error).label("end of a CooperativeTask");
    }
    end(new Outcome.Failure<>(error));
  }

  private void end(Outcome<I> outcome) {
    end = outcome;
    cooperator.forget(this);
    List<Deferred<I>> watching = List.copyOf(watchers);
    watchers.clear();
    cooperator.report(() -> watching.forEach(watcher -> fire(watcher, outcome)));
  }

  private Deferred<I> watchedBy(Deferred<I> watcher) {
    watcher.label("end of a CooperativeTask");
    if (end == null) {
      watchers.add(watcher);
    } else {
      fire(watcher, end);
    }
    return watcher;
  }

  /** Fires a watcher, unless the callback of another watcher has cancelled it. */
  private void fire(Deferred<I> watcher, Outcome<I> outcome) {
    if (watcher.isFired()) {
      return;
    }
    if (outcome instanceof Outcome.Failure<I> failure) {
      watcher.errback(failure.error());
    } else {
      watcher.callback(iterator);
    }
  }

  private void enqueueIfReady() {
    if (isReady()) {
      cooperator.enqueue(this);
    }
  }

  private void requireUnended(String request) {
    if (end != null) {
      throw new IllegalStateException(this + " has ended; cannot " + request + "() it");
    }
  }

  private String state() {
    if (stopped) {
      return "stopped";
    } else if (end instanceof Outcome.Failure<I> failure) {
      return "failed: " + Display.of(failure.error());
    } else if (end != null) {
      return "done";
    } else if (awaited != null) {
      return "waiting for " + awaited;
    }
    return pauses == 0 ? "running" : pauses == 1 ? "paused" : "paused " + pauses + " times";
  }
}
