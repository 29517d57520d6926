// SPDX-License-Identifier: Apache-2.0
package dev.assay.task;

import dev.assay.deferred.Deferred;
import dev.assay.pending.Display;
import org.jspecify.annotations.Nullable;

/** What a {@link LoopingCall} runs. */
@FunctionalInterface
interface LoopBody {
  /**
   * Runs once.
   *
   * @param count the number of intervals since the last run
   * @return the Deferred to wait for, or null if there is nothing to wait for
   */
  @Nullable Deferred<?> run(long count) throws Exception;

  /** Returns what a body gave that must give a Deferred. */
  static Deferred<?> given(@Nullable Deferred<?> deferred, Object body) {
    if (deferred == null) {
      throw new IllegalStateException(
          "the body of a LoopingCall, "
              + Display.ofCode(body.getClass())
              + ", returned null, not a Deferred; to run what gives none, use LoopingCall.of");
    }
    return deferred;
  }
}
