// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.run;

import dev.assay.pending.Site;
import dev.assay.stack.StackTraces;
import dev.assay.trial.FailureCode;
import dev.assay.trial.RealTimeRule;
import dev.assay.trial.Strictness;
import dev.assay.trial.TrialError;
import dev.assay.trial.TrialSettings;
import dev.assay.trial.report.FailureReport;
import dev.assay.trial.report.TrialErrors;
import dev.assay.trial.thread.ThreadSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The real time that a run has waited while no thread computed for it, and the reasons. The
 * watchdog records it, and the trial's thread reads it.
 */
final class RealTimeSpent {
  /** Shorter times may be the time that a thread needs to start. */
  private static final Duration LEAST = Duration.ofMillis(100);

  private static final int TOLD = 5;

  private final Set<String> waits = new TreeSet<>();
  private List<StackTraceElement> stack = List.of();
  private Duration spent = Duration.ZERO;

  /** Records that the trial's thread has slept for a while. */
  void slept(ThreadSnapshot snapshot, Duration time) {
    StackTraceElement user = StackTraces.userFrame(snapshot.stack());
    add(snapshot, time, "slept" + (user == null ? "" : " at " + Site.describe(user)));
  }

  /** Records that the trial's thread has waited for a while without progress of other threads. */
  void waited(ThreadSnapshot snapshot, Duration time, List<String> whom) {
    StackTraceElement user = StackTraces.userFrame(snapshot.stack());
    String where = user == null ? "" : " at " + Site.describe(user);
    add(
        snapshot,
        time,
        "waited" + where + (whom.isEmpty() ? "" : " for " + String.join("; ", whom)));
  }

  private synchronized void add(ThreadSnapshot snapshot, Duration time, String text) {
    spent = spent.plus(time);
    if (stack.isEmpty() && StackTraces.userFrame(snapshot.stack()) != null) {
      stack = snapshot.stack();
    }
    if (waits.size() < TOLD) {
      waits.add(text);
    }
  }

  /**
   * Judges the records of a run without other problems: adds a failure, or returns what to report.
   */
  synchronized List<TrialError> judge(TrialSettings settings, TrialErrors errors, Tally tally) {
    RealTimeRule rule = settings.realTime();
    if (spent.compareTo(LEAST) < 0 || rule == RealTimeRule.ALLOW) {
      return List.of();
    }
    TrialError found = errors.spent(report(), stack);
    boolean strict = settings.strictness() == Strictness.STRICT;
    if (rule == RealTimeRule.FAIL || strict) {
      tally.take(found);
      return List.of();
    }
    return new ArrayList<>(List.of(found));
  }

  private FailureReport report() {
    FailureReport report =
        new FailureReport(
            FailureCode.REAL_TIME,
            "this has succeeded only because real time went by, about %d ms of it"
                .formatted(spent.toMillis()));
    waits.stream()
        .filter(some -> waits.stream().noneMatch(other -> other.startsWith(some + " ")))
        .forEach(report::line);
    return report;
  }
}
