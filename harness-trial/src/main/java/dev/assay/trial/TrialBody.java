// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import org.jspecify.annotations.Nullable;

/**
 * A part of a trial that may continue after it has returned.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface TrialBody {
  /**
   * Runs this part.
   *
   * @return a {@link dev.assay.deferred.Deferred} or a {@link java.util.concurrent.CompletionStage}
   *     to await, or null if this part is done
   */
  @Nullable Object run(TrialContext trial) throws Throwable;
}
