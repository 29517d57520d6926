// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import dev.assay.pending.Remedy;
import org.jspecify.annotations.Nullable;

/** A canceller that gives up a turn, and knows what the Deferred waits for. */
interface Turn<T extends @Nullable Object> extends Canceller<T> {
  /** Returns what must come before the turn does, such as {@code waits for DeferredLock (db)}. */
  String waitsFor();

  /** Returns why the turn may not have come, and what to do about it. */
  Remedy remedy();
}
