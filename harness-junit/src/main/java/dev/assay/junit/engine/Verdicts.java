// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import dev.assay.trial.TrialOutcome;
import dev.assay.trial.TrialOutcome.ExpectedFailure;
import dev.assay.trial.TrialOutcome.Failed;
import dev.assay.trial.TrialOutcome.Skipped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** Verdicts as JUnit hears of them: by what is thrown. */
final class Verdicts {
  private Verdicts() {}

  /** Throws what tells JUnit of a verdict; nothing if the trial has passed. */
  static void raise(TrialOutcome outcome) {
    if (outcome instanceof Failed failed) {
      Verdicts.<RuntimeException>raise(tellable(failed.error()));
    } else if (outcome instanceof Skipped skipped) {
      throw new TestAbortedException(skipped.reason(), skipped.cause());
    } else if (outcome instanceof ExpectedFailure expected) {
      throw new TestAbortedException("todo: " + expected.todo().reason(), expected.failure());
    }
  }

  /** Throws the first of some errors, with the others suppressed in it; nothing if none is. */
  static void raiseAll(List<? extends Throwable> errors) {
    if (!errors.isEmpty()) {
      Throwable first = errors.get(0);
      errors.subList(1, errors.size()).forEach(first::addSuppressed);
      Verdicts.<RuntimeException>raise(first);
    }
  }

  @SuppressWarnings("unchecked")
  private static <X extends Throwable> void raise(Throwable thrown) throws X {
    throw (X) thrown;
  }

  /** Returns what can be told without harm: some errors would end the whole run. */
  private static Throwable tellable(Throwable thrown) {
    if (thrown instanceof OutOfMemoryError) {
      return instead(thrown, "the trial ran out of memory: " + thrown.getMessage(), thrown);
    } else if (isMute(thrown)) {
      String text = "a " + thrown.getClass().getName() + " that cannot say what it is";
      return instead(thrown, text, null);
    }
    return thrown;
  }

  private static boolean isMute(Throwable thrown) {
    try {
      return thrown.toString() == null;
    } catch (Throwable silent) {
      return true;
    }
  }

  private static AssertionError instead(Throwable thrown, String text, @Nullable Throwable cause) {
    AssertionError error = new AssertionError(text, cause);
    error.setStackTrace(thrown.getStackTrace());
    return error;
  }
}
