// SPDX-License-Identifier: Apache-2.0
package dev.assay.time;

import dev.assay.pending.Pending;
import org.jspecify.annotations.Nullable;

/**
 * Says that calls arm one another with no delay, again and again, so that virtual time cannot move.
 *
 * <p>It is no exception that code under test could answer to: whoever drives a clock gets it, as
 * the result of the test.
 *
 * @since 0.1
 */
public final class LivelockError extends AssertionError {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Pending call;

  /**
   * Makes the error.
   *
   * @param call the call that is one too many, if a trial watches
   */
  public LivelockError(String message, @Nullable Pending call) {
    super(message);
    this.call = call;
  }

  /** Returns the call that is one too many, or null outside a trial. */
  public @Nullable Pending call() {
    return call;
  }
}
