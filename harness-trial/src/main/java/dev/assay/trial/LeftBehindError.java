// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import dev.assay.pending.Pending;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The failure of a trial that has left something behind; {@link #code()} says of what kind. The
 * stack trace is the line that made the first of those things.
 *
 * @since 0.1
 */
public final class LeftBehindError extends TrialError {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an error.
   *
   * @param text the complete explanation
   * @param pending the things left behind, at least one
   * @param cause the error that was not handled, if that was left behind
   */
  public LeftBehindError(
      FailureCode code, String text, List<Pending> pending, @Nullable Throwable cause) {
    super(code, text, pending, cause);
  }
}
