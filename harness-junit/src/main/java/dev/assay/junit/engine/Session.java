// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import dev.assay.junit.run.SettingsReader;
import dev.assay.trial.DeathWatch;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.TrialOutcome.Passed;
import dev.assay.trial.TrialRun;
import dev.assay.trial.Watchdog;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;

/**
 * One run of the engine: what all its trials share.
 *
 * @param settings what says which settings a trial has
 * @param heedsDisabled whether {@code @Disabled} counts
 * @param cancelled tells whether somebody has ended the run early
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
  /** How long an error may take to say what it is. */
  private static final Duration TELLING = Duration.ofSeconds(5);

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

  /** Does a part of a run on a lane; returns null if the lane was lost. */
  <T> @Nullable T guard(TrialRun run, Lane lane, Callable<T> part) {
    Lane.Job<T> job = lane.begin(run, part);
    Watchdog.Watch watch = watchdog.watch(run, () -> lane.lose(job));
    try {
      return job.result();
    } finally {
      watch.close();
    }
  }

  /**
   * Returns what tells JUnit of a verdict, or null if that is good. It is prepared on a lane, and
   * done without if it takes too long: what a user's error says of itself is the user's code, and
   * what happened in a trial may be a great deal.
   *
   * @param judged the verdict, or null if the lane was lost
   * @param also tells what there is beside the verdict, and returns that with what is to add to it
   */
  @Nullable Throwable tell(
      TrialRun run, @Nullable TrialOutcome judged, UnaryOperator<TrialOutcome> also) {
    TrialOutcome outcome = judged == null ? run.abandon() : judged;
    if (outcome instanceof Passed) {
      return Verdicts.of(also.apply(outcome));
    }
    TrialOutcome full = soon(() -> also.apply(outcome));
    Throwable told = soon(() -> Verdicts.of(full == null ? outcome : full));
    return told == null ? Verdicts.ofMute(outcome) : told;
  }

  /** Does something on a lane; returns null if it takes too long. */
  private <T> @Nullable T soon(Callable<T> part) {
    Lane lane = lanes.borrow();
    // The run is over: what its threads still do, such as to exit, is not what this lane does.
    T result = lane.begin(null, part).resultWithin(TELLING);
    lanes.giveBack(lane);
    return result;
  }

  /** Ends the run. */
  void close() {
    watchdog.close();
    deaths.close();
    exits.close();
    lanes.close();
  }

  /** What JUnit has since 6.0: a token by which a run is cancelled. */
  private static final class Since60 {
    static BooleanSupplier cancellation(ExecutionRequest request) {
      return request.getCancellationToken()::isCancellationRequested;
    }
  }
}
