// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import dev.assay.trial.error.AnswerBudget;
import java.util.List;

/**
 * The verdict on a trial.
 *
 * @since 0.1
 */
public sealed interface TrialOutcome {
  /**
   * The verdict that the trial has passed.
   *
   * @param overlooked the problems that would have failed a stricter trial
   * @since 0.1
   */
  record Passed(List<TrialError> overlooked) implements TrialOutcome {
    /** Copies the list. */
    public Passed {
      overlooked = List.copyOf(overlooked);
    }
  }

  /**
   * The verdict that the trial has failed.
   *
   * @param problems all problems, at least one, in the order in which they were found
   * @param note the time and place of the failure, and the location of kept files
   * @since 0.1
   */
  record Failed(List<Throwable> problems, String note) implements TrialOutcome {
    /** Copies the list. */
    public Failed {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("problems must not be empty: " + problems);
      }
    }

    /** Returns this verdict with an addition to its note. */
    public Failed noting(String more) {
      return new Failed(problems, note + "; " + more);
    }

    /**
     * Returns the first problem, to be thrown; the others, and the note, are suppressed in it. If
     * it cannot hold them, or cannot return its text, an error with all available information
     * replaces it.
     */
    public Throwable error() {
      return error(AnswerBudget.forReport());
    }

    Throwable error(AnswerBudget budget) {
      return Suppression.join(problems, note, budget);
    }
  }

  /**
   * The verdict that the trial does not apply here.
   *
   * @param reason the reason
   * @param cause the exception that skipped the trial
   * @since 0.1
   */
  record Skipped(String reason, Throwable cause) implements TrialOutcome {}

  /**
   * The verdict that a trial has failed as expected.
   *
   * @param todo the expectation
   * @param failure the failure of the trial
   * @since 0.1
   */
  record ExpectedFailure(ExpectedError todo, Throwable failure) implements TrialOutcome {}

  /** Throws the failure, if the trial has not passed. */
  default void orThrow() throws Throwable {
    if (this instanceof Failed failed) {
      throw failed.error();
    }
  }
}
