// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import org.jspecify.annotations.Nullable;

/**
 * A part of a trial that may go on after it has returned.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface TrialBody {
  /**
   * Does this part.
   *
   * @return a {@link dev.assay.deferred.Deferred} or a {@link java.util.concurrent.CompletionStage}
   *     that is awaited, or null if this part is done
   */
  @Nullable Object run(TrialContext trial) throws Throwable;
}
