// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import java.util.List;

/** The threads that a trial has started and left running, as failures: one for each. */
final class ThreadsLeft {
  private ThreadsLeft() {}

  static List<TrialError> judge(TrialRun run, List<Thread> threads) {
    return threads.stream()
        .filter(thread -> !run.settings().allows(thread.getName()))
        .map(thread -> error(run, thread))
        .toList();
  }

  private static TrialError error(TrialRun run, Thread thread) {
    return Outside.found(
        run,
        FailureCode.THREAD_LEFT,
        "the thread " + thread.getName() + " is still running",
        List.of(thread.getStackTrace()));
  }
}
