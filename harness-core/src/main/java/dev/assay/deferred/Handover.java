// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

/** The place in a chain where its result goes to another Deferred. */
sealed interface Handover {
  /** The chain that gets the result. */
  CallbackChain target();

  /** The result goes to a chain that waits for it, because one of its levels returned this one. */
  record Resume(CallbackChain target) implements Handover {}

  /** The result fires a Deferred that was chained to this one. */
  record Forward(CallbackChain target) implements Handover {}
}
