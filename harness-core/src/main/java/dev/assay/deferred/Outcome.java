// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import org.jspecify.annotations.Nullable;

/**
 * How something ended: with a value or with a failure.
 *
 * @since 0.1
 */
public sealed interface Outcome<T extends @Nullable Object> extends DeferredState<T>
    permits Outcome.Success, Outcome.Failure {

  /** Returns the value, or throws the failure itself. */
  T get() throws Throwable;

  /**
   * An end with a value.
   *
   * @param value what came
   * @since 0.1
   */
  record Success<T extends @Nullable Object>(T value) implements Outcome<T> {
    @Override
    public T get() {
      return value;
    }
  }

  /**
   * An end with a failure.
   *
   * @param error what was thrown
   * @since 0.1
   */
  record Failure<T extends @Nullable Object>(Throwable error) implements Outcome<T> {
    @Override
    public T get() throws Throwable {
      throw error;
    }
  }
}
