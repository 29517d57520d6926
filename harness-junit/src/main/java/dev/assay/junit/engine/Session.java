// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import dev.assay.junit.run.Latecomers;
import dev.assay.junit.run.SettingsReader;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.TrialOutcome.Passed;
import dev.assay.trial.error.Aside;
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
 * @param heedsDisabled whether {@code @Disabled} counts
 * @param cancelled whether the run was cancelled
 * @param execution the class that is being run, or null outside
 */
record Session(
    Reports reports,
    SettingsReader settings,
    boolean heedsDisabled,
    BooleanSupplier cancelled,
    Lanes lanes,
    Watchdog watchdog,
    DeathWatch deaths,
    ExitWatch exits,
    Latecomers late,
    @Nullable ClassExecution execution)
    implements EngineExecutionContext {
  static Session open(ExecutionRequest request) {
    Latecomers late = new Latecomers(null);
    Lanes lanes = new Lanes(late);
    return new Session(
        new Reports(request),
        SettingsReader.WITHOUT_PARAMETERS,
        DisabledCondition.isActive(request.getConfigurationParameters()),
        cancellation(request),
        lanes,
        new Watchdog(),
        DeathWatch.open(),
        ExitWatch.open(lanes),
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
        reports, read, heedsDisabled, cancelled, lanes, watchdog, deaths, exits, late, execution);
  }

  Session within(@Nullable ClassExecution running) {
    return new Session(
        reports, settings, heedsDisabled, cancelled, lanes, watchdog, deaths, exits, late, running);
  }

  /** Runs a part of a run on a lane; returns null if the lane was lost. */
  <T> @Nullable T guard(TrialRun run, Lane lane, Callable<T> part) {
    deaths.lookAfter(run);
    Lane.Job<T> job = lane.begin(run, part);
    Watchdog.Watch watch = watchdog.watch(run, () -> lane.lose(job));
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
   * @param judged the verdict, or null if the lane was lost
   * @param also publishes the other reports, and returns the verdict with their additions
   */
  @Nullable Throwable tell(
      TrialRun run, @Nullable TrialOutcome judged, UnaryOperator<TrialOutcome> also) {
    TrialOutcome outcome = judged == null ? run.abandon() : judged;
    if (outcome instanceof Passed) {
      return Verdicts.of(also.apply(outcome));
    }
    TrialOutcome full = Aside.forReport().ask(() -> also.apply(outcome));
    return Verdicts.of(full == null ? outcome : full);
  }

  /** Ends the run. */
  void close() {
    watchdog.close();
    deaths.close();
    exits.close();
    lanes.close();
  }

  /** The API that JUnit has since 6.0: a token that cancels a run. */
  private static final class Since60 {
    static BooleanSupplier cancellation(ExecutionRequest request) {
      return request.getCancellationToken()::isCancellationRequested;
    }
  }
}
