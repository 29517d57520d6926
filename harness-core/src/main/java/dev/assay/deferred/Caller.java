// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import org.jspecify.annotations.Nullable;

/**
 * A chain whose result went to another, to go on when that one is done.
 *
 * @param handover how it went: a chain that fired another does not depend on its having a result
 */
record Caller(CallbackChain chain, Handover handover, @Nullable Caller outer) {
  /** Returns the innermost of these callers that goes on though nothing came of its call. */
  static @Nullable Caller thatFired(@Nullable Caller innermost) {
    Caller caller = innermost;
    while (caller != null && !caller.handover.fires) {
      caller = caller.outer;
    }
    return caller;
  }
}
