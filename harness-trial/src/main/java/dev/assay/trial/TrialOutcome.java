// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import dev.assay.trial.error.Aside;
import java.util.List;

/**
 * The verdict on a trial.
 *
 * @since 0.1
 */
public sealed interface TrialOutcome {
  /**
   * The verdict that all is well.
   *
   * @param overlooked what would have failed a trial that is less lenient
   * @since 0.1
   */
  record Passed(List<TrialError> overlooked) implements TrialOutcome {
    /** Copies the list. */
    public Passed {
      overlooked = List.copyOf(overlooked);
    }
  }

  /**
   * The verdict that something is wrong.
   *
   * @param problems all that is wrong, at least one thing, in the order in which it was found
   * @param note when and where this was, and where files are kept
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

    /** Returns this verdict with more in its note. */
    public Failed noting(String more) {
      return new Failed(problems, note + "; " + more);
    }

    /**
     * Returns the first problem, to be thrown; the others, and the note, are suppressed in it. If
     * it cannot hold them, or cannot say what it is, an error stands for it that tells all there is
     * to tell.
     */
    public Throwable error() {
      return error(Aside.forReport());
    }

    Throwable error(Aside aside) {
      return Suppression.join(problems, note, aside);
    }
  }

  /**
   * The verdict that the trial does not apply here.
   *
   * @param reason why not
   * @param cause what was thrown to say so
   * @since 0.1
   */
  record Skipped(String reason, Throwable cause) implements TrialOutcome {}

  /**
   * The verdict that a trial has failed as was expected of it.
   *
   * @param todo the expectation
   * @param failure what it has failed with
   * @since 0.1
   */
  record ExpectedFailure(ExpectedError todo, Throwable failure) implements TrialOutcome {}

  /** Throws what is wrong, if anything is. */
  default void orThrow() throws Throwable {
    if (this instanceof Failed failed) {
      throw failed.error();
    }
  }
}
