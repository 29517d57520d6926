// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import org.jspecify.annotations.Nullable;

/**
 * A chain whose result went to another, to go on when that one is done.
 *
 * @param fired whether it fired the other one, and so does not depend on its having a result
 */
record Caller(CallbackChain chain, boolean fired, @Nullable Caller outer) {
  /** Returns the innermost of these callers that goes on though nothing came of its call. */
  static @Nullable Caller thatFired(@Nullable Caller innermost) {
    Caller caller = innermost;
    while (caller != null && !caller.fired) {
      caller = caller.outer;
    }
    return caller;
  }
}
