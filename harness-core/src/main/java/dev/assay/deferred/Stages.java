// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import dev.assay.ledger.CurrentWork;
import dev.assay.ledger.Errors;
import dev.assay.ledger.ExpectedWork;
import dev.assay.time.FutureHome;
import dev.assay.time.ReactorTime;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The bridge between Deferreds, which belong to one thread, and stages, which end on any. */
final class Stages {
  private Stages() {}

  static <T extends @Nullable Object> Deferred<T> toDeferred(
      CompletionStage<T> stage, Executor reactor) {
    Objects.requireNonNull(reactor, "reactor");
    CompletableFuture<T> future = ExpectedWork.futureOf(stage);
    Deferred<T> deferred = new Deferred<>(ignored -> future.cancel(true));
    if (future.isDone()) {
      fireNow(deferred, future);
      return deferred;
    }
    DeferredRecord record = deferred.record();
    if (record != null) {
      record.expectStage();
    }
    stage.whenComplete(
        (value, error) -> {
          try {
            reactor.execute(new Delivery<>(deferred, value, error));
          } catch (RuntimeException refused) {
            Errors.log("delivery of a stage's end", refused);
          }
        });
    return deferred;
  }

  /**
   * Fires a Deferred with the result of an ended future. Registering with it might use another
   * thread.
   */
  private static <T extends @Nullable Object> void fireNow(
      Deferred<T> deferred, CompletableFuture<T> ended) {
    T value = null;
    Throwable error = null;
    try {
      value = ended.join();
    } catch (CompletionException | CancellationException e) {
      error = e;
    }
    fire(deferred, value, error);
  }

  /** Fires a Deferred unless it was cancelled before the stage's end arrived. */
  @SuppressWarnings("NullAway")
  private static <T extends @Nullable Object> void fire(
      Deferred<T> deferred, @Nullable T value, @Nullable Throwable error) {
    if (deferred.isFired()) {
      return;
    }
    if (error instanceof CompletionException && error.getCause() != null) {
      deferred.errback(error.getCause());
    } else if (error != null) {
      deferred.errback(error);
    } else if (value instanceof Deferred<?> other) {
      deferred.errback(Messages.firedWithDeferred(deferred, other));
    } else {
      deferred.callback(value);
    }
  }

  /** The end of a stage, on its way to the reactor's thread. */
  private record Delivery<T extends @Nullable Object>(
      Deferred<T> deferred, @Nullable T value, @Nullable Throwable error) implements ExpectedWork {
    @Override
    public void run() {
      fire(deferred, value, error);
    }
  }

  static <T extends @Nullable Object> CompletableFuture<T> toFuture(
      Deferred<T> deferred, ReactorTime time) {
    return endWith(deferred, FutureHome.newFuture(time, new Source(deferred), deferred::cancel));
  }

  static <T extends @Nullable Object> CompletableFuture<T> toFuture(
      Deferred<T> deferred, Executor reactor) {
    return endWith(deferred, new Cancelling<>(deferred, reactor));
  }

  /** Completes a future with the result of a Deferred, which it removes from the chain. */
  private static <T extends @Nullable Object> CompletableFuture<T> endWith(
      Deferred<T> deferred, CompletableFuture<T> future) {
    deferred.<@Nullable Void>addCallbacks(
        value -> {
          future.complete(value);
          return null;
        },
        error -> {
          if (!future.completeExceptionally(error) && !future.isCancelled()) {
            throw error;
          }
          return null;
        });
    return future;
  }

  /** The origin of a future. */
  private record Source(Deferred<?> deferred) {
    /** Returns {@code future of Deferred#1 (page)}. */
    @Override
    public String toString() {
      return "future of " + deferred.name();
    }
  }

  /** A future that cancels the Deferred it was made from. */
  private static final class Cancelling<T extends @Nullable Object> extends CompletableFuture<T> {
    private final Deferred<?> deferred;
    private final Executor reactor;
    private final Thread maker = CurrentWork.thread();

    /** Whether a timeout may end this, which uses real time and no thread of a reactor. */
    private volatile boolean limited;

    Cancelling(Deferred<?> deferred, Executor reactor) {
      this.deferred = deferred;
      this.reactor = Objects.requireNonNull(reactor, "reactor");
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      boolean first = !isDone();
      boolean cancelled = super.cancel(mayInterruptIfRunning);
      if (first && cancelled) {
        reactor.execute(deferred::cancel);
      }
      return cancelled;
    }

    @Override
    public T get() throws InterruptedException, ExecutionException {
      refuseToWait();
      return super.get();
    }

    @Override
    public T get(long timeout, TimeUnit unit)
        throws InterruptedException, ExecutionException, TimeoutException {
      return super.get(needsThisThread() ? 0 : timeout, unit);
    }

    @Override
    public T join() {
      refuseToWait();
      return super.join();
    }

    @Override
    public CompletableFuture<T> orTimeout(long timeout, TimeUnit unit) {
      limited = true;
      return super.orTimeout(timeout, unit);
    }

    @Override
    public CompletableFuture<T> completeOnTimeout(T value, long timeout, TimeUnit unit) {
      limited = true;
      return super.completeOnTimeout(value, timeout, unit);
    }

    /** Returns whether the calling thread is the one that must fire the Deferred. */
    private boolean needsThisThread() {
      return !isDone() && !limited && CurrentWork.thread().equals(maker);
    }

    /**
     * Refuses to wait without a limit on the thread that must fire the Deferred, as the wait would
     * never end.
     */
    private void refuseToWait() {
      if (needsThisThread()) {
        throw new IllegalStateException(
            "the future of "
                + deferred
                + " is not done, and the Deferred cannot fire while its own thread "
                + Thread.currentThread().getName()
                + " waits; add a callback, or await the Deferred in a Sequential");
      }
    }

    /** Returns a plain future: a future derived from this one does not cancel the Deferred. */
    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
      return new CompletableFuture<>();
    }
  }
}
