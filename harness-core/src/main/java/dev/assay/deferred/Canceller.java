// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import org.jspecify.annotations.Nullable;

/**
 * What stops the work behind a Deferred when the Deferred is cancelled before it fired.
 *
 * <p>It may fire the Deferred, and that result stands. If it does not, the Deferred fails with a
 * {@link java.util.concurrent.CancellationException} when it returns.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Canceller<T extends @Nullable Object> {
  /** Stops the work that would have fired this Deferred; to cancel it once more does nothing. */
  void cancel(Deferred<T> deferred) throws Throwable;
}
