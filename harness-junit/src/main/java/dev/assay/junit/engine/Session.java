// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import dev.assay.junit.engine.thread.ExitWatch;
import dev.assay.junit.engine.thread.WorkerThread;
import dev.assay.junit.engine.thread.WorkerThreads;
import dev.assay.junit.run.LateErrors;
import dev.assay.junit.run.SettingsReader;
import dev.assay.junit.run.Verdicts;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.TrialOutcome.Passed;
import dev.assay.trial.error.AnswerBudget;
import dev.assay.trial.run.DeathWatch;
import dev.assay.trial.run.TrialRun;
import dev.assay.trial.run.Watchdog;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;

/**
 * One run of the engine: the state that all its trials share.
 *
 * @param settings the reader of the settings of each trial
 * @param disabledCounts whether {@code @Disabled} counts
 * @param cancelled whether the run was cancelled
 * @param execution the class that is being run, or null outside
 */
record Session(
    ReportPublisher reports,
    SettingsReader settings,
    boolean disabledCounts,
    BooleanSupplier cancelled,
    WorkerThreads workers,
    Watchdog watchdog,
    DeathWatch deaths,
    ExitWatch exits,
    LateErrors late,
    @Nullable ClassExecution execution)
    implements EngineExecutionContext {
  static Session open(ExecutionRequest request) {
    LateErrors late = new LateErrors(null);
    WorkerThreads workers = new WorkerThreads(late);
    return new Session(
        new ReportPublisher(request),
        SettingsReader.WITHOUT_PARAMETERS,
        DisabledCondition.isActive(request.getConfigurationParameters()),
        cancellation(request),
        workers,
        new Watchdog(),
        DeathWatch.open(),
        ExitWatch.open(workers),
        late,
        null);
  }

  private static BooleanSupplier cancellation(ExecutionRequest request) {
    try {
      return Since60.cancellation(request);
    } catch (LinkageError before60) {
      return () -> false;
    }
  }

  Session with(SettingsReader read) {
    return new Session(
        reports,
        read,
        disabledCounts,
        cancelled,
        workers,
        watchdog,
        deaths,
        exits,
        late,
        execution);
  }

  Session within(@Nullable ClassExecution running) {
    return new Session(
        reports,
        settings,
        disabledCounts,
        cancelled,
        workers,
        watchdog,
        deaths,
        exits,
        late,
        running);
  }

  /** Runs a part of a run on a worker thread; returns null if the part was abandoned. */
  <T> @Nullable T guard(TrialRun run, WorkerThread worker, Callable<T> part) {
    deaths.lookAfter(run);
    WorkerThread.Job<T> job = worker.begin(run, part);
    Watchdog.Watch watch = watchdog.watch(run, () -> worker.abandon(job));
    try {
      return job.result();
    } finally {
      watch.close();
    }
  }

  /**
   * Returns the exception that reports a verdict to JUnit, or null for a good verdict. A report
   * that takes too long is left out: a trial's events may be very many, and some objects may not
   * return their text.
   *
   * @param judged the verdict, or null if it was abandoned
   * @param also publishes the other reports, and returns the verdict with their additions
   */
  @Nullable Throwable tell(
      TrialRun run, @Nullable TrialOutcome judged, UnaryOperator<TrialOutcome> also) {
    TrialOutcome outcome = judged == null ? run.abandon() : judged;
    if (outcome instanceof Passed) {
      return Verdicts.of(also.apply(outcome));
    }
    TrialOutcome full = AnswerBudget.forReport().ask(() -> also.apply(outcome));
    return Verdicts.of(full == null ? outcome : full);
  }

  /** Ends the run. */
  void close() {
    watchdog.close();
    deaths.close();
    exits.close();
    workers.close();
  }

  /** The API that JUnit has since 6.0: a token that cancels a run. */
  private static final class Since60 {
    static BooleanSupplier cancellation(ExecutionRequest request) {
      return request.getCancellationToken()::isCancellationRequested;
    }
  }
}
