// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The end of a computation: a value or a failure.
 *
 * <p>From Java 21 on, a {@code switch} over the two records needs no default.
 *
 * @since 0.1
 */
public sealed interface Outcome<T extends @Nullable Object> extends DeferredState<T>
    permits Outcome.Success, Outcome.Failure {

  /** Returns the value, or throws the failure itself. */
  T get() throws Throwable;

  /** Returns the result of one of two functions, chosen by how this ended. */
  <R extends @Nullable Object> R fold(
      Function<? super T, ? extends R> onValue, Function<? super Throwable, ? extends R> onFailure);

  /** Returns the result of a function on the value, or the same failure. */
  default <R extends @Nullable Object> Outcome<R> map(Function<? super T, ? extends R> function) {
    return fold(value -> new Success<>(function.apply(value)), Failure::new);
  }

  /**
   * An end with a value.
   *
   * @param value the value
   * @since 0.1
   */
  record Success<T extends @Nullable Object>(T value) implements Outcome<T> {
    @Override
    public T get() {
      return value;
    }

    @Override
    public <R extends @Nullable Object> R fold(
        Function<? super T, ? extends R> onValue,
        Function<? super Throwable, ? extends R> onFailure) {
      return onValue.apply(value);
    }
  }

  /**
   * An end with a failure.
   *
   * @param error the error that was thrown
   * @since 0.1
   */
  record Failure<T extends @Nullable Object>(Throwable error) implements Outcome<T> {
    @Override
    public T get() throws Throwable {
      throw error;
    }

    @Override
    public <R extends @Nullable Object> R fold(
        Function<? super T, ? extends R> onValue,
        Function<? super Throwable, ? extends R> onFailure) {
      return onFailure.apply(error);
    }
  }
}
