// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import dev.assay.pending.AfterEnd;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What threads outside a run do about it: those that see what its own cannot, or does not any more.
 *
 * @since 0.1
 */
public final class Outside {
  private Outside() {}

  /**
   * Gives up what a run is doing, for a reason that no watchdog sees.
   *
   * @param worker the thread that does it, which is interrupted
   * @param why what has happened, as one plain sentence without a full stop
   * @param stack where it has happened
   */
  public static void giveUp(
      TrialRun run, Thread worker, FailureCode code, String why, List<StackTraceElement> stack) {
    run.guarded().overrule(worker, new Guarded.Verdict(code, why, stack, run.ledger().glance()));
  }

  /**
   * Returns a failure of a run that has ended.
   *
   * @param verdict what has happened, as one plain sentence without a full stop
   * @param stack where it has happened
   */
  public static TrialError found(
      TrialRun run, FailureCode code, String verdict, List<StackTraceElement> stack) {
    return run.findings().found(new FailureReport(code, verdict), stack);
  }

  /**
   * Says which threads the trial has started: the errors that they log are errors of the trial.
   *
   * @param threads tells, on any thread, whether one is such a thread
   */
  public static void startedBy(TrialRun run, Predicate<Thread> threads) {
    run.log().heed(threads);
  }

  /** Tells somebody if what a trial has made is used when the trial has ended. */
  public static void whenLate(TrialRun run, Consumer<TrialError> hearer) {
    AfterEnd.tell(run.ledger(), what -> hearer.accept(run.findings().late(what)));
  }
}
