// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import org.jspecify.annotations.Nullable;

/**
 * The code that stops the work behind a Deferred when the Deferred is cancelled before it has
 * fired.
 *
 * <p>A canceller may fire the Deferred, and that result stands. If it does not, the Deferred fails
 * with a {@link java.util.concurrent.CancellationException} when the canceller returns.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Canceller<T extends @Nullable Object> {
  /**
   * Stops the work that would have fired this Deferred. Cancelling the Deferred meanwhile has no
   * effect.
   */
  void cancel(Deferred<T> deferred) throws Throwable;
}
