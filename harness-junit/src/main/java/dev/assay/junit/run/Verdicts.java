// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.run;

import dev.assay.ledger.Sneaky;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.TrialOutcome.ExpectedFailure;
import dev.assay.trial.TrialOutcome.Failed;
import dev.assay.trial.TrialOutcome.Skipped;
import dev.assay.trial.error.ReportableError;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * Verdicts as JUnit gets them: as exceptions.
 *
 * @since 0.1
 */
public final class Verdicts {
  private static final StackTraceElement[] NOWHERE = {};

  private Verdicts() {}

  /** Returns the exception that reports a verdict to JUnit, or null if the trial has passed. */
  public static @Nullable Throwable of(TrialOutcome outcome) {
    Throwable told = exception(outcome);
    TrimmedTraces.trim(told);
    return told;
  }

  private static @Nullable Throwable exception(TrialOutcome outcome) {
    if (outcome instanceof Failed failed) {
      return failed.error();
    } else if (outcome instanceof Skipped skipped) {
      return aborted(skipped.reason(), skipped.cause());
    } else if (outcome instanceof ExpectedFailure expected) {
      return aborted("todo: " + expected.todo().reason(), expected.failure());
    }
    return null;
  }

  /** Returns an exception whose cause says where: its own stack is the harness's alone. */
  private static TestAbortedException aborted(String reason, Throwable cause) {
    TestAbortedException aborted = new TestAbortedException(reason, ReportableError.of(cause));
    aborted.setStackTrace(NOWHERE);
    return aborted;
  }

  /** Throws the exception that reports a verdict to JUnit, if it is not null. */
  public static void raise(@Nullable Throwable told) {
    if (told != null) {
      throw Sneaky.raise(told);
    }
  }
}
