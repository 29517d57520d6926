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
@SuppressWarnings("exports") // that its message says all concerns only who prints it
public sealed class TrialError extends AssertionError implements ExplainedError
    permits LeftBehindError {
  private static final long serialVersionUID = 1L;

  private final FailureCode code;
  private final transient List<Pending> pending;

  /**
   * Makes an error.
   *
   * @param text the whole explanation
   * @param pending what it is about
   * @param cause what has led to it, if the trial has met an error
   */
  public TrialError(
      FailureCode code, String text, List<Pending> pending, @Nullable Throwable cause) {
    super(text, cause);
    this.code = code;
    this.pending = List.copyOf(pending);
  }

  /** Returns what sort of failure this is. */
  public final FailureCode code() {
    return code;
  }

  /** Returns what this failure is about: what was left behind, or what is awaited. */
  public final List<Pending> pending() {
    return pending;
  }
}
