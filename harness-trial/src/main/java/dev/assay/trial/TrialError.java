// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import dev.assay.pending.Pending;
import dev.assay.trial.error.ExplainedError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A failure that the harness has found, with the text that explains it.
 *
 * @since 0.1
 */
@SuppressWarnings("exports") // ExplainedError matters only to code that prints it
public sealed class TrialError extends AssertionError implements ExplainedError
    permits LeftBehindError {
  private static final long serialVersionUID = 1L;

  private final FailureCode code;
  private final transient List<Pending> pending;

  /**
   * Makes an error.
   *
   * @param text the complete explanation
   * @param pending the things that it is about
   * @param cause the error that has led to it, if the trial has met one
   */
  public TrialError(
      FailureCode code, String text, List<Pending> pending, @Nullable Throwable cause) {
    super(text, cause);
    this.code = code;
    this.pending = List.copyOf(pending);
  }

  /** Returns the code of this failure. */
  public final FailureCode code() {
    return code;
  }

  /** Returns the things that this failure is about: those left behind, or those awaited. */
  public final List<Pending> pending() {
    return pending;
  }
}
