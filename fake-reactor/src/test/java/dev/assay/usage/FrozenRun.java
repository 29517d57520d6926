// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage;

import dev.assay.trial.FailureCode;
import dev.assay.trial.TrialBody;
import dev.assay.trial.TrialError;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.TrialOutcome.Failed;
import dev.assay.trial.TrialSettings;
import dev.assay.trial.run.TrialRun;
import java.time.Duration;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;

/** Trials that take 12 milliseconds of real time, whatever happens in them. */
final class FrozenRun {
  private FrozenRun() {}

  /** Opens a run of a trial of a fixed name. */
  static TrialRun open(TrialSettings settings) {
    long took = Duration.ofMillis(12).toNanos();
    PrimitiveIterator.OfLong nanos = LongStream.iterate(0, last -> took).iterator();
    return TrialRun.open("com.acme.PingTest#answers", settings, nanos::nextLong);
  }

  /** Runs a body and nothing else. */
  static TrialOutcome of(TrialSettings settings, TrialBody body) {
    TrialRun run = open(settings);
    run.test(body);
    return run.close();
  }

  /** Returns what is wrong with a trial that must have failed. */
  static List<Throwable> problems(TrialOutcome outcome) {
    if (outcome instanceof Failed failed) {
      return failed.problems();
    }
    throw new AssertionError("the trial did not fail: " + outcome);
  }

  /** Returns the codes of what is wrong. */
  static List<FailureCode> codes(TrialOutcome outcome) {
    return problems(outcome).stream().map(problem -> ((TrialError) problem).code()).toList();
  }
}
