// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import org.jspecify.annotations.Nullable;

/**
 * A function in a Deferred's chain: it takes the result so far and returns the next one.
 *
 * <p>Anything it throws becomes the chain's failure.
 *
 * @param <T> the type it takes: a value, or a {@code Throwable} for an errback
 * @param <R> the type it returns
 * @since 0.1
 */
@FunctionalInterface
public interface Callback<T extends @Nullable Object, R extends @Nullable Object> {
  /** Takes the result so far and returns the next. */
  R call(T result) throws Throwable;
}
