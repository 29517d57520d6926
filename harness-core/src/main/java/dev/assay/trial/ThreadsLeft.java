// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import dev.assay.pending.Site;
import java.util.List;

/** The threads that a trial has started and left running, as failures: one for each. */
final class ThreadsLeft {
  private ThreadsLeft() {}

  static List<TrialError> judge(TrialRun run, List<Thread> threads) {
    return threads.stream()
        .filter(thread -> !run.settings().allowedNames().contains(thread.getName()))
        .map(thread -> error(run, thread))
        .toList();
  }

  private static TrialError error(TrialRun run, Thread thread) {
    List<StackTraceElement> stack = List.of(thread.getStackTrace());
    FailureReport report =
        new FailureReport(
            FailureCode.THREAD_LEFT, "the thread " + thread.getName() + " is still running");
    StackTraceElement user = Site.userFrame(stack);
    if (user != null) {
      report.line("it is at " + user);
    }
    TrialError error = run.error(report);
    error.setStackTrace(stack.toArray(StackTraceElement[]::new));
    return error;
  }
}
