// SPDX-License-Identifier: Apache-2.0
package dev.assay.task;

import dev.assay.deferred.Deferred;
import dev.assay.ledger.Display;
import org.jspecify.annotations.Nullable;

/** The code that a {@link LoopingCall} runs. */
@FunctionalInterface
interface LoopBody {
  /**
   * Runs once.
   *
   * @param count the number of intervals since the last run
   * @return the Deferred to wait for, or null if there is nothing to wait for
   */
  @Nullable Deferred<?> run(long count) throws Exception;

  /** Returns the Deferred of a body that must return one, and throws if it is null. */
  static Deferred<?> given(@Nullable Deferred<?> deferred, Object body) {
    if (deferred == null) {
      throw new IllegalStateException(
          "the body of a LoopingCall, "
              + Display.ofCode(body.getClass())
              + ", returned null, not a Deferred; for a body that returns no Deferred, use"
              + " LoopingCall.of");
    }
    return deferred;
  }
}
