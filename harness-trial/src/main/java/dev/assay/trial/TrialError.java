// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import dev.assay.pending.Pending;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A failure that the harness has found, with the text that explains it.
 *
 * @since 0.1
 */
public sealed class TrialError extends AssertionError permits LeftBehindError {
  private static final long serialVersionUID = 1L;

  private final FailureCode code;
  private final transient List<Pending> pending;

  TrialError(FailureCode code, String text, List<Pending> pending, @Nullable Throwable cause) {
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
