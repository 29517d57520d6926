// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import dev.assay.pending.Pending;
import dev.assay.pending.PendingKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
          PendingKind.FOREIGN_CALL);

  private final TrialRun run;
  private final List<Pending> left;

  Leftovers(TrialRun run, List<Pending> open, TrialSettings settings, Set<String> blamed) {
    this.run = run;
    this.left =
        open.stream()
            .filter(pending -> settings.strictness() == Strictness.STRICT || pending.awaited())
            .filter(pending -> !settings.allows(pending) && !blamed.contains(pending.name()))
            .toList();
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
    for (PendingKind kind : kinds) {
      List<Pending> some = left.stream().filter(pending -> pending.kind() == kind).toList();
      if (!some.isEmpty()) {
        FailureReport report = new FailureReport(FailureCode.of(kind), verdict(kind, some.size()));
        found.add(run.leftBehind(report.list(some), some));
      }
    }
    return found;
  }

  /** Returns the errors that nobody has handled, a failure for each. */
  List<TrialError> errors() {
    List<TrialError> found = new ArrayList<>();
    for (Pending pending : left) {
      if (pending.error() != null) {
        FailureReport report =
            new FailureReport(FailureCode.of(pending.kind()), verdict(pending.kind(), 1));
        found.add(run.leftBehind(report.list(List.of(pending)), List.of(pending)));
      }
    }
    return found;
  }

  private static String verdict(PendingKind kind, int count) {
    boolean one = count == 1;
    return switch (kind) {
      case DEFERRED -> count + (one ? " Deferred is" : " Deferreds are") + " still unfired";
      case DELAYED_CALL -> count + (one ? " call is" : " calls are") + " still armed";
      case CONNECTION -> count + (one ? " connection is" : " connections are") + " still open";
      case LISTENING_PORT -> count + (one ? " port is" : " ports are") + " still open";
      case DATAGRAM_PORT ->
          count + (one ? " port is" : " ports are") + " still open, for datagrams";
      case DESCRIPTOR ->
          count + (one ? " descriptor is" : " descriptors are") + " still registered";
      case LOCK -> count + (one ? " lock or token is" : " locks or tokens are") + " still held";
      case THREAD_TASK -> count + (one ? " task has" : " tasks have") + " not ended";
      case PRODUCER -> count + (one ? " producer is" : " producers are") + " still registered";
      case FOREIGN_CALL -> "another thread has brought work into the trial";
      case UNHANDLED_FAILURE -> "a Deferred has failed, and nobody has handled that";
      case LOGGED_ERROR -> "an error was logged";
    };
  }
}
