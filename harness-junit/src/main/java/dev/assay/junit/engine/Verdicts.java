// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import dev.assay.trial.TrialOutcome;
import dev.assay.trial.TrialOutcome.ExpectedFailure;
import dev.assay.trial.TrialOutcome.Failed;
import dev.assay.trial.TrialOutcome.Skipped;
import dev.assay.trial.error.ReportableError;
import dev.assay.trial.error.Sneaky;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** Verdicts as JUnit hears of them: by what is thrown. */
final class Verdicts {
  private Verdicts() {}

  /** Returns what tells JUnit of a verdict, or null if the trial has passed. */
  static @Nullable Throwable of(TrialOutcome outcome) {
    if (outcome instanceof Failed failed) {
      return failed.error();
    } else if (outcome instanceof Skipped skipped) {
      return new TestAbortedException(skipped.reason(), ReportableError.of(skipped.cause()));
    } else if (outcome instanceof ExpectedFailure expected) {
      return new TestAbortedException(
          "todo: " + expected.todo().reason(), ReportableError.of(expected.failure()));
    }
    return null;
  }

  /** Throws what tells JUnit of a verdict; nothing if that is good. */
  static void raise(@Nullable Throwable told) {
    if (told != null) {
      throw Sneaky.raise(told);
    }
  }
}
