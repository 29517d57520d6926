// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import org.jspecify.annotations.Nullable;

/**
 * An action on a value in a Deferred's chain. The value passes unchanged.
 *
 * <p>Anything it throws becomes the chain's failure.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Effect<T extends @Nullable Object> {
  /** Acts on the value. */
  void on(T value) throws Throwable;
}
