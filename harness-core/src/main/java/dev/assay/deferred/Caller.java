// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import org.jspecify.annotations.Nullable;

/**
 * A chain that has passed its result to another one and continues when that one is done.
 *
 * @param fired whether it fired the other chain, and so continues even if that chain has no result
 */
record Caller(CallbackChain chain, boolean fired, @Nullable Caller outer) {
  /**
   * Returns the innermost caller that continues although the chain it called has no result yet.
   */
  static @Nullable Caller thatFired(@Nullable Caller innermost) {
    Caller caller = innermost;
    while (caller != null && !caller.fired) {
      caller = caller.outer;
    }
    return caller;
  }
}
