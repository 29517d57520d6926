// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** The threads that a trial has started and left running, as failures: one for each. */
final class ThreadsLeft {
  private ThreadsLeft() {}

  /** Asks for the threads that the trial may not leave. */
  static List<Thread> find(TrialRun run, Function<Predicate<Thread>, List<Thread>> threadsLeft) {
    return threadsLeft.apply(thread -> !run.settings().allows(thread.getName()));
  }

  static List<TrialError> judge(
      TrialRun run, Function<Predicate<Thread>, List<Thread>> threadsLeft) {
    return find(run, threadsLeft).stream().map(thread -> error(run, thread)).toList();
  }

  private static TrialError error(TrialRun run, Thread thread) {
    return Outside.found(
        run,
        FailureCode.THREAD_LEFT,
        "the thread " + thread.getName() + " is still running",
        List.of(thread.getStackTrace()));
  }
}
