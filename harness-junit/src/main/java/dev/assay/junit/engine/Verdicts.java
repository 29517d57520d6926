// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import dev.assay.ledger.Sneaky;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.TrialOutcome.ExpectedFailure;
import dev.assay.trial.TrialOutcome.Failed;
import dev.assay.trial.TrialOutcome.Skipped;
import dev.assay.trial.error.ReportableError;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** Verdicts as JUnit gets them: as exceptions. */
final class Verdicts {
  private Verdicts() {}

  /** Returns the exception that reports a verdict to JUnit, or null if the trial has passed. */
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

  /** Throws the exception that reports a verdict to JUnit, if it is not null. */
  static void raise(@Nullable Throwable told) {
    if (told != null) {
      throw Sneaky.raise(told);
    }
  }
}
