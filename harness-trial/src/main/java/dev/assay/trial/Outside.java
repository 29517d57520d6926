// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import dev.assay.pending.AfterEnd;
import dev.assay.pending.LateListener;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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

  /** Returns why a run was given up whose thread does not answer, or null if it was not. */
  public static @Nullable TrialError whyGivenUp(TrialRun run) {
    return run.guarded().verdict();
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
   * Does what only tells of a run, on a thread of its own; returns null if it throws or takes too
   * long. What a user's object does when it is asked what it is belongs to no trial.
   */
  public static <T> @Nullable T telling(Callable<T> report) {
    return Aside.forReport().ask(report);
  }

  /**
   * Returns an exception, or one that says the same if whoever prints it could come to harm by it.
   */
  public static Throwable tellable(Throwable thrown) {
    return Tellable.of(thrown, null, Aside.forReport());
  }

  /** Tells somebody of what threads of a trial do when the trial has ended. */
  public static void whenLate(TrialRun run, Consumer<TrialError> hearer) {
    AfterEnd.tell(
        run.ledger(),
        new LateListener() {
          @Override
          public void used(String what) {
            hearer.accept(run.findings().late(what));
          }

          @Override
          public void failed(String what, Throwable error) {
            hearer.accept(run.findings().lateError(what, error));
          }
        });
  }
}
