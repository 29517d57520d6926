// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import org.jspecify.annotations.Nullable;

/** A canceller that gives up a turn, and knows what the Deferred waits for. */
interface Turn<T extends @Nullable Object> extends Canceller<T> {
  /** Returns what must come before the turn does, such as {@code waits for DeferredLock (db)}. */
  String waitsFor();
}
