// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import dev.assay.pending.Errors;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The bridge between Deferreds, which have a thread, and stages, which end on any. */
final class Stages {
  private Stages() {}

  static <T extends @Nullable Object> Deferred<T> toDeferred(
      CompletionStage<T> stage, Executor reactor) {
    Objects.requireNonNull(reactor, "reactor");
    CompletableFuture<T> future = stage.toCompletableFuture();
    Deferred<T> deferred = new Deferred<>(ignored -> future.cancel(true));
    Executor delivery = future.isDone() ? Runnable::run : reactor;
    stage.whenComplete(
        (value, error) -> {
          try {
            delivery.execute(() -> fire(deferred, value, error));
          } catch (RuntimeException refused) {
            Errors.log("delivery of a stage's end", refused);
          }
        });
    return deferred;
  }

  /** Fires a Deferred unless it was cancelled while the stage's end was on its way. */
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
      deferred.errback(Wording.firedWithDeferred(deferred, other));
    } else {
      deferred.callback(value);
    }
  }

  static <T extends @Nullable Object> CompletableFuture<T> toFuture(
      Deferred<T> deferred, Executor reactor) {
    CompletableFuture<T> future = new Cancelling<>(deferred, reactor);
    deferred.<@Nullable Void>addCallbacks(
        value -> {
          future.complete(value);
          return null;
        },
        error -> {
          future.completeExceptionally(error);
          return null;
        });
    return future;
  }

  /** A future that cancels the Deferred it comes from. */
  private static final class Cancelling<T extends @Nullable Object> extends CompletableFuture<T> {
    private final Deferred<?> deferred;
    private final Executor reactor;

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

    /** Returns a plain future: what is derived from this one does not cancel the Deferred. */
    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
      return new CompletableFuture<>();
    }
  }
}
