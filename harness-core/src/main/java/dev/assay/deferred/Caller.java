// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import org.jspecify.annotations.Nullable;

/**
 * A chain that has passed its result to another one and continues when that one is done.
 *
 * @param firedOther whether it fired the other chain, and so continues even if that chain has no
 *     result
 */
record Caller(CallbackChain chain, boolean firedOther, @Nullable Caller outer) {
  /** Returns the innermost caller that continues although the chain it called has no result yet. */
  static @Nullable Caller innermostThatFired(@Nullable Caller innermost) {
    Caller caller = innermost;
    while (caller != null && !caller.firedOther) {
      caller = caller.outer;
    }
    return caller;
  }
}
