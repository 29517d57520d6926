// SPDX-License-Identifier: Apache-2.0
package dev.assay.time;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A future of a reactor's time that can only be used as a stage, and so can its dependents. */
@SuppressWarnings(
    "DoNotCallSuggester") // the holder of a stage must not find out that it is a future
final class ReactorStage<T extends @Nullable Object> extends ReactorFuture<T> {
  ReactorStage(ReactorTime time, FutureHome home, Object source) {
    super(time, home, source, null);
  }

  /** Ends this like the future that it comes from. */
  void end(T value, @Nullable Throwable error) {
    if (error == null) {
      super.complete(value);
    } else {
      super.completeExceptionally(
          error instanceof CompletionException ? error : new CompletionException(error));
    }
  }

  @Override
  public <U extends @Nullable Object> CompletableFuture<U> newIncompleteFuture() {
    return new ReactorStage<>(time, home, "stage");
  }

  @Override
  public CompletableFuture<T> toCompletableFuture() {
    ReactorFuture<T> future = new ReactorFuture<>(time, home, "Future", null);
    CompletableFuture<T> unused =
        whenComplete(
            (value, error) -> {
              if (error == null) {
                future.complete(value);
              } else {
                future.completeExceptionally(error);
              }
            });
    return future;
  }

  @Override
  public T get() {
    throw unsupported();
  }

  @Override
  public T get(long timeout, TimeUnit unit) {
    throw unsupported();
  }

  @Override
  public T getNow(T ifAbsent) {
    throw unsupported();
  }

  @Override
  public T join() {
    throw unsupported();
  }

  /** Throws, like the other methods of a future. The JDK has this one since version 19. */
  public T resultNow() {
    throw unsupported();
  }

  /** Throws, like the other methods of a future. The JDK has this one since version 19. */
  public Throwable exceptionNow() {
    throw unsupported();
  }

  @Override
  public boolean complete(T value) {
    throw unsupported();
  }

  @Override
  public boolean completeExceptionally(Throwable error) {
    throw unsupported();
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    throw unsupported();
  }

  @Override
  public void obtrudeValue(T value) {
    throw unsupported();
  }

  @Override
  public void obtrudeException(Throwable error) {
    throw unsupported();
  }

  @Override
  public boolean isDone() {
    throw unsupported();
  }

  @Override
  public boolean isCancelled() {
    throw unsupported();
  }

  @Override
  public boolean isCompletedExceptionally() {
    throw unsupported();
  }

  @Override
  public int getNumberOfDependents() {
    throw unsupported();
  }

  @Override
  public CompletableFuture<T> completeAsync(Supplier<? extends T> supplier, Executor executor) {
    throw unsupported();
  }

  @Override
  public CompletableFuture<T> completeAsync(Supplier<? extends T> supplier) {
    throw unsupported();
  }

  @Override
  public CompletableFuture<T> orTimeout(long timeout, TimeUnit unit) {
    throw unsupported();
  }

  @Override
  public CompletableFuture<T> completeOnTimeout(T value, long timeout, TimeUnit unit) {
    throw unsupported();
  }

  private static UnsupportedOperationException unsupported() {
    return new UnsupportedOperationException(
        "this is only a stage; call its toCompletableFuture()");
  }
}
