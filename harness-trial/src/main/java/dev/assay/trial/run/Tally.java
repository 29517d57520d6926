// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.run;

import dev.assay.ledger.Display;
import dev.assay.trial.SkippedException;
import dev.assay.trial.TrialError;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.TrialOutcome.ExpectedFailure;
import dev.assay.trial.TrialOutcome.Failed;
import dev.assay.trial.TrialOutcome.Passed;
import dev.assay.trial.TrialOutcome.Skipped;
import dev.assay.trial.error.AnswerBudget;
import dev.assay.trial.error.NestedErrors;
import dev.assay.trial.error.ReportableError;
import dev.assay.trial.error.ThrowableSet;
import dev.assay.trial.error.TrialNote;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The result of a run so far. A milder result never hides a problem. */
final class Tally {
  private final List<Throwable> problems = new ArrayList<>();
  private final ThrowableSet known = new ThrowableSet();

  /** The assumptions that have failed when there was nothing left to skip. */
  private final List<TrialError> tooLate = new ArrayList<>();

  /** The reason why the trial has ended early, if it has, other than a problem. */
  private @Nullable TrialOutcome early;

  /**
   * The exception that ended a wait because the run was cancelled; its consequences do not count.
   */
  private @Nullable SkippedException cut;

  /** Returns the problems so far. */
  List<Throwable> problems() {
    return problems;
  }

  /** Adds a problem, unless it is known. */
  void take(@Nullable Throwable problem) {
    if (problem != null && cut == null && known.add(problem)) {
      problems.add(problem);
    }
  }

  /** Replaces a problem by an equivalent one. */
  void replace(int index, Throwable told) {
    known.add(told);
    problems.set(index, told);
  }

  /** Adds the failure of the setup or the test. */
  void takeOfTest(Throwable thrown) {
    if (cut == null && SkippedException.skips(thrown)) {
      skip(thrown);
    } else {
      take(thrown);
    }
  }

  /** Records the exception that skips the trial. */
  void skip(Throwable thrown) {
    endEarly(new Skipped(ReportableError.messageOf(thrown), thrown));
    takeBeside(thrown);
  }

  /** Adds the failures suppressed in an assumption, such as that of a close: they skip nothing. */
  void takeBeside(Throwable assumption) {
    for (Throwable held : NestedErrors.in(assumption, AnswerBudget.forReport())) {
      if (SkippedException.skips(held)) {
        Stream.of(held.getSuppressed()).filter(Tally::isFailure).forEach(this::take);
      }
    }
  }

  private static boolean isFailure(Throwable thrown) {
    return !SkippedException.skips(thrown) && !(thrown instanceof TrialNote);
  }

  /**
   * Records a failed assumption or an expected failure that a framework has seen, unless one is
   * known.
   */
  void endEarly(TrialOutcome outcome) {
    if (early == null) {
      early = outcome;
    }
  }

  /** Records that an assumption has failed after the test. */
  void takeTooLate(TrialError assumption) {
    if (!(early instanceof Skipped)) {
      tooLate.add(assumption);
    }
  }

  /** Records that the run was cancelled; returns the exception that ends each wait from now on. */
  SkippedException cancel(String reason) {
    SkippedException ends = new SkippedException(reason);
    cut = ends;
    early = new Skipped(reason, ends);
    return ends;
  }

  @Nullable SkippedException cut() {
    return cut;
  }

  /** Returns the failures to report in any case: the problems, and the expected failure. */
  List<Throwable> told() {
    List<Throwable> told = new ArrayList<>(problems);
    if (early instanceof ExpectedFailure expected) {
      told.add(expected.failure());
    }
    return told;
  }

  /** Returns whether the trial has run to its end without problems so far. */
  boolean isGood() {
    return problems.isEmpty() && early == null;
  }

  /** Reports the assumptions that failed too late along with other problems, or alone if strict. */
  void tellTooLate(boolean strict) {
    if (strict || !problems.isEmpty()) {
      tooLate.forEach(this::take);
    }
  }

  /**
   * Returns the verdict.
   *
   * @param note returns the note on a failed trial
   */
  TrialOutcome outcome(List<TrialError> overlooked, Supplier<String> note) {
    if (!problems.isEmpty()) {
      return new Failed(problems, note.get() + skipped());
    }
    List<TrialError> all = new ArrayList<>(overlooked);
    all.addAll(tooLate);
    return early == null ? new Passed(all) : early;
  }

  /** Adds that a failed trial was skipped as well. */
  private String skipped() {
    return early instanceof Skipped skipped
        ? "; it was skipped before that: " + Display.line(skipped.reason())
        : "";
  }
}
