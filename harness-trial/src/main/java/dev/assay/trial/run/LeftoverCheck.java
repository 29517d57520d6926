// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.run;

import dev.assay.ledger.Display;
import dev.assay.ledger.Ledger;
import dev.assay.pending.Pending;
import dev.assay.pending.PendingKind;
import dev.assay.trial.FailureCode;
import dev.assay.trial.Strictness;
import dev.assay.trial.TrialError;
import dev.assay.trial.TrialSettings;
import dev.assay.trial.report.FailureReport;
import dev.assay.trial.report.TrialErrors;
import dev.assay.trial.thread.ThreadCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The check, at the end of a trial, of what it leaves behind: one failure for each kind of things,
 * for each error and for each thread.
 */
final class LeftoverCheck {
  private static final String PHASE = "end";

  private final Ledger ledger;
  private final TrialSettings settings;
  private final TrialErrors errors;
  private final Tally tally;
  private final PartWatch part;

  LeftoverCheck(
      Ledger ledger, TrialSettings settings, TrialErrors errors, Tally tally, PartWatch part) {
    this.ledger = ledger;
    this.settings = settings;
    this.errors = errors;
    this.tally = tally;
    this.part = part;
  }

  /**
   * Adds the problems to the tally, and returns those that are overlooked.
   *
   * @param closing closes the ledger, and returns its failure
   */
  List<TrialError> judge(ThreadCheck threads, Supplier<@Nullable Throwable> closing) {
    // Bound, so that users' values are asked for their texts as the ledger says.
    Ledger.Binding binding = ledger.bind();
    try {
      return judgeBound(threads, closing);
    } finally {
      binding.close();
    }
  }

  private List<TrialError> judgeBound(ThreadCheck threads, Supplier<@Nullable Throwable> closing) {
    part.begin(PHASE); // the texts of users' values come from user code
    threads.find(); // the last actions of ending threads belong to the trial
    List<Pending> left = ledger.snapshot();
    List<Pending> counted = counted(left);
    List<TrialError> calls = things(counted, left, LeftoverCheck::comesBeforeErrors);
    List<TrialError> unhandled = unhandled(counted);
    List<TrialError> others = things(counted, left, kind -> !comesBeforeErrors(kind));
    tally.take(closing.get());
    part.begin(PHASE);
    others.addAll(threads.judge()); // the ledger has unwound some by now
    left.stream().filter(some -> some.error() != null).forEach(errors::blame);
    unhandled.addAll(unhandled(counted(ledger.snapshot())));
    tally.take(part.end(null));
    if (settings.strictness() == Strictness.LENIENT) {
      unhandled.forEach(tally::take);
      return Stream.of(calls, others).flatMap(List::stream).toList();
    }
    Stream.of(calls, unhandled, others).flatMap(List::stream).forEach(tally::take);
    return List.of();
  }

  /** Returns whether a kind is reported before the unhandled errors. */
  private static boolean comesBeforeErrors(PendingKind kind) {
    return kind.compareTo(PendingKind.UNHANDLED_FAILURE) < 0;
  }

  /** Returns the open things that count. */
  private List<Pending> counted(List<Pending> open) {
    return open.stream()
        .filter(pending -> settings.strictness() == Strictness.STRICT || pending.awaited())
        .filter(pending -> !settings.allows(pending) && !errors.isBlamed(pending))
        .toList();
  }

  /** Returns a failure for each kind of things, other than errors, among the requested ones. */
  private List<TrialError> things(
      List<Pending> counted, List<Pending> open, Predicate<PendingKind> asked) {
    List<TrialError> found = new ArrayList<>();
    if (counted.isEmpty()) {
      return found; // the case of most trials
    }
    for (PendingKind kind : PendingKind.values()) {
      List<Pending> some =
          counted.stream()
              .filter(pending -> pending.kind() == kind && pending.error() == null)
              .toList();
      if (!some.isEmpty() && asked.test(kind)) {
        found.add(errors.leftBehind(report(kind, some, counted, open), some));
      }
    }
    return found;
  }

  private static FailureReport report(
      PendingKind kind, List<Pending> some, List<Pending> counted, List<Pending> open) {
    FailureReport report =
        new FailureReport(FailureCode.of(kind), kind.left(some.size())).about(some);
    if (kind == PendingKind.DELAYED_CALL) {
      report.dueToErrorAmong(counted, "the code that was to stop it");
    }
    if (kind == PendingKind.DEFERRED) {
      report.line(stillArmed(open));
    }
    return report;
  }

  /** Returns the unhandled errors, a failure for each. */
  private List<TrialError> unhandled(List<Pending> counted) {
    List<TrialError> found = new ArrayList<>();
    for (Pending pending : counted) {
      if (pending.error() != null) {
        PendingKind kind = pending.kind();
        List<Pending> one = List.of(pending);
        FailureReport report =
            new FailureReport(
                FailureCode.of(kind), kind.left(1) + ": " + Display.of(pending.error()));
        found.add(errors.leftBehind(report.about(one), one));
      }
    }
    return found;
  }

  /** Describes what could still fire a Deferred. */
  private static String stillArmed(List<Pending> open) {
    List<String> armed =
        open.stream()
            .filter(pending -> pending.kind() == PendingKind.DELAYED_CALL)
            .map(pending -> pending.name() + ", " + pending.detail())
            .toList();
    if (armed.isEmpty()) {
      return "no call is armed that could fire it";
    }
    int more = armed.size() - 1;
    return "still armed: " + armed.get(0) + (more == 0 ? "" : ", and " + more + " more");
  }
}
