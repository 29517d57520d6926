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
   * @param text the whole explanation
   * @param pending what was left behind, at least one thing
   * @param cause the error that nobody has handled, if that is what was left
   */
  public LeftBehindError(
      FailureCode code, String text, List<Pending> pending, @Nullable Throwable cause) {
    super(code, text, pending, cause);
  }
}
