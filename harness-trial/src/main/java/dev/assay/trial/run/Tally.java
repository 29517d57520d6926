// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.run;

import dev.assay.pending.Display;
import dev.assay.trial.SkippedException;
import dev.assay.trial.TrialError;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.TrialOutcome.ExpectedFailure;
import dev.assay.trial.TrialOutcome.Failed;
import dev.assay.trial.TrialOutcome.Passed;
import dev.assay.trial.TrialOutcome.Skipped;
import dev.assay.trial.error.Aside;
import dev.assay.trial.error.Held;
import dev.assay.trial.error.ReportableError;
import dev.assay.trial.error.ThrowableSet;
import dev.assay.trial.error.TrialNote;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The result of a run so far. Nothing that is milder than a problem hides one. */
final class Tally {
  private final List<Throwable> problems = new ArrayList<>();
  private final ThrowableSet known = new ThrowableSet();

  /** The assumptions that have failed when there was nothing left to skip. */
  private final List<TrialError> tooLate = new ArrayList<>();

  /** Why the trial has ended before its end, if it has, other than by a problem. */
  private @Nullable TrialOutcome early;

  /** What ended a wait because the run was cancelled; nothing that comes of it then counts. */
  private @Nullable SkippedException cut;

  /** Returns what has been found so far. */
  List<Throwable> problems() {
    return problems;
  }

  /** Takes a problem, unless it is known. */
  void take(@Nullable Throwable problem) {
    if (problem != null && cut == null && known.add(problem)) {
      problems.add(problem);
    }
  }

  /** Replaces a problem by one that tells the same. */
  void replace(int index, Throwable told) {
    known.add(told);
    problems.set(index, told);
  }

  /** Takes what the set-up or the test has failed with. */
  void takeOfTest(Throwable thrown) {
    if (cut == null && SkippedException.skips(thrown)) {
      skip(thrown);
    } else {
      take(thrown);
    }
  }

  /** Takes what skips the trial. */
  void skip(Throwable thrown) {
    endEarly(new Skipped(ReportableError.messageOf(thrown), thrown));
    takeBeside(thrown);
  }

  /** Takes the failures that an assumption has suppressed, as that of a close: it skips none. */
  void takeBeside(Throwable assumption) {
    for (Throwable held : Held.in(assumption, Aside.forReport())) {
      if (SkippedException.skips(held)) {
        Stream.of(held.getSuppressed()).filter(Tally::isFailure).forEach(this::take);
      }
    }
  }

  private static boolean isFailure(Throwable thrown) {
    return !SkippedException.skips(thrown) && !(thrown instanceof TrialNote);
  }

  /** Takes an assumption or an expected failure that a framework has seen, unless one is known. */
  void endEarly(TrialOutcome outcome) {
    if (early == null) {
      early = outcome;
    }
  }

  /** Takes that an assumption has failed after the test. */
  void takeTooLate(TrialError assumption) {
    if (!(early instanceof Skipped)) {
      tooLate.add(assumption);
    }
  }

  /** Takes that the run was cancelled; returns what ends each wait from now on. */
  SkippedException cancel(String reason) {
    SkippedException ends = new SkippedException(reason);
    cut = ends;
    early = new Skipped(reason, ends);
    return ends;
  }

  @Nullable SkippedException cut() {
    return cut;
  }

  /** Returns what is told in any case: what is wrong, and what was expected to be. */
  List<Throwable> told() {
    List<Throwable> told = new ArrayList<>(problems);
    if (early instanceof ExpectedFailure expected) {
      told.add(expected.failure());
    }
    return told;
  }

  /** Returns whether the trial has come to its end, and nothing is wrong so far. */
  boolean isGood() {
    return problems.isEmpty() && early == null;
  }

  /** Tells the assumptions that came too late with what else is wrong, or else if all counts. */
  void tellTooLate(boolean strict) {
    if (strict || !problems.isEmpty()) {
      tooLate.forEach(this::take);
    }
  }

  /**
   * Returns the verdict.
   *
   * @param note gives what there is to say about a trial that has failed
   */
  TrialOutcome outcome(List<TrialError> overlooked, Supplier<String> note) {
    if (!problems.isEmpty()) {
      return new Failed(problems, note.get() + skipped());
    }
    List<TrialError> all = new ArrayList<>(overlooked);
    all.addAll(tooLate);
    return early == null ? new Passed(all) : early;
  }

  /** Says that a trial which has failed has been skipped as well. */
  private String skipped() {
    return early instanceof Skipped skipped
        ? "; it was skipped before that: " + Display.line(skipped.reason())
        : "";
  }
}
