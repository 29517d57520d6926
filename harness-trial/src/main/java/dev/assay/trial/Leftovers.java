// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import dev.assay.pending.Display;
import dev.assay.pending.Pending;
import dev.assay.pending.PendingKind;
import java.util.ArrayList;
import java.util.List;

/** What a trial has left behind, as failures: one for each kind, and one for each error. */
final class Leftovers {
  /** The kinds of things that are reported after calls and errors, in this order. */
  private static final List<PendingKind> OTHERS =
      List.of(
          PendingKind.LISTENING_PORT,
          PendingKind.CONNECTION,
          PendingKind.DATAGRAM_PORT,
          PendingKind.DESCRIPTOR,
          PendingKind.PRODUCER,
          PendingKind.THREAD_TASK,
          PendingKind.LOCK,
          PendingKind.DEFERRED,
          PendingKind.FUTURE,
          PendingKind.SCRIPTED);

  private final TrialRun run;
  private final List<Pending> open;
  private final List<Pending> counted;

  Leftovers(TrialRun run, List<Pending> open) {
    TrialSettings settings = run.settings();
    this.run = run;
    this.open = open;
    this.counted =
        open.stream()
            .filter(pending -> settings.strictness() == Strictness.STRICT || pending.awaited())
            .filter(pending -> !settings.allows(pending) && !run.findings().isBlamed(pending))
            .toList();
  }

  /** Returns what threads have done that may not, as one failure, or nothing. */
  List<TrialError> foreignCalls() {
    return things(List.of(PendingKind.FOREIGN_CALL));
  }

  /** Returns the calls that are still armed, as one failure, or nothing. */
  List<TrialError> calls() {
    return things(List.of(PendingKind.DELAYED_CALL));
  }

  /** Returns what else is still open, a failure for each kind. */
  List<TrialError> others() {
    return things(OTHERS);
  }

  private List<TrialError> things(List<PendingKind> kinds) {
    List<TrialError> found = new ArrayList<>();
    if (counted.isEmpty()) {
      return found; // as most trials leave it
    }
    for (PendingKind kind : kinds) {
      List<Pending> some = counted.stream().filter(pending -> pending.kind() == kind).toList();
      if (!some.isEmpty()) {
        FailureReport report =
            new FailureReport(FailureCode.of(kind), kind.left(some.size())).about(some);
        if (kind == PendingKind.DELAYED_CALL) {
          report.dueToErrorAmong(counted, "what was to stop it");
        }
        if (kind == PendingKind.DEFERRED) {
          report.line(stillArmed());
        }
        found.add(run.findings().leftBehind(report, some));
      }
    }
    return found;
  }

  /** Returns the errors that nobody has handled, a failure for each. */
  List<TrialError> errors() {
    List<TrialError> found = new ArrayList<>();
    for (Pending pending : counted) {
      if (pending.error() != null) {
        List<Pending> one = List.of(pending);
        FailureReport report =
            new FailureReport(
                FailureCode.of(pending.kind()),
                pending.kind().left(1) + ": " + Display.of(pending.error()));
        found.add(run.findings().leftBehind(report.about(one), one));
      }
    }
    return found;
  }

  /** Says what could still fire a Deferred. */
  private String stillArmed() {
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
