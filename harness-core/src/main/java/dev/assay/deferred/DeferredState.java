// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import org.jspecify.annotations.Nullable;

/**
 * The state of a Deferred at one moment: no result yet, a wait for another Deferred, or an {@link
 * Outcome}. Reading it changes nothing.
 *
 * @since 0.1
 */
public sealed interface DeferredState<T extends @Nullable Object>
    permits Outcome, DeferredState.Unfired, DeferredState.Waiting {

  /**
   * The state of a Deferred that has not fired.
   *
   * @since 0.1
   */
  record Unfired<T extends @Nullable Object>() implements DeferredState<T> {}

  /**
   * The state of a Deferred that has fired and whose chain continues when another one has a result.
   *
   * @param on the Deferred it waits for
   * @since 0.1
   */
  record Waiting<T extends @Nullable Object>(Deferred<?> on) implements DeferredState<T> {}
}
