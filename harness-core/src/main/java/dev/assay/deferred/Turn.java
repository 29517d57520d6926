// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import dev.assay.pending.Remedy;
import org.jspecify.annotations.Nullable;

/** A canceller that gives up a turn, and describes what the Deferred waits for. */
interface Turn<T extends @Nullable Object> extends Canceller<T> {
  /** Returns what the turn waits for, such as {@code waits for DeferredLock (db)}. */
  String waitsFor();

  /** Returns why the turn may not have come, and how to fix it. */
  Remedy remedy();
}
