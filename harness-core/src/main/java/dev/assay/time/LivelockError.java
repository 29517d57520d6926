// SPDX-License-Identifier: Apache-2.0
package dev.assay.time;

import dev.assay.pending.Pending;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when calls arm one another without delay, again and again, so that virtual time cannot
 * move.
 *
 * <p>It is not an exception for code under test to handle. The code that drives a clock receives
 * it, as the result of the test.
 *
 * @since 0.1
 */
public final class LivelockError extends AssertionError {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Pending call;

  /**
   * Creates the error.
   *
   * @param call the call that exceeds the limit, in a trial
   */
  public LivelockError(String message, @Nullable Pending call) {
    super(message);
    this.call = call;
  }

  /** Returns the call that exceeds the limit, or null outside a trial. */
  public @Nullable Pending call() {
    return call;
  }
}
