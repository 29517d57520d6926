// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.trial.FailureCode;
import dev.assay.trial.TrialBody;
import dev.assay.trial.TrialError;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.TrialOutcome.Failed;
import dev.assay.trial.TrialSettings;
import java.time.Duration;
import java.util.List;

/** Trials for the tests of trials: run to their ends, and their problems. */
public final class Run {
  private Run() {}

  /** Opens a run of a trial of a fixed name. */
  public static TrialRun open() {
    return TrialRun.open("com.acme.PingTest#answers", TrialSettings.DEFAULT);
  }

  /** Runs a body, and nothing else, without a watchdog. */
  public static TrialOutcome of(TrialBody body) {
    return of(TrialSettings.DEFAULT, body);
  }

  /** Runs a body under other settings, without a watchdog. */
  public static TrialOutcome of(TrialSettings settings, TrialBody body) {
    TrialRun run = TrialRun.open("com.acme.PingTest#answers", settings);
    run.test(body);
    return run.close();
  }

  /** Returns settings whose limits of real time a test can wait for. */
  public static TrialSettings hasty() {
    return TrialSettings.DEFAULT
        .withRealLimit(Duration.ofMillis(400))
        .withBlockingLimit(Duration.ofMillis(100));
  }

  /** Returns what is wrong with a trial that must have failed. */
  public static List<Throwable> problems(TrialOutcome outcome) {
    assertThat(outcome).isInstanceOf(Failed.class);
    return ((Failed) outcome).problems();
  }

  /** Returns the only problem, which must be one that the harness has found. */
  public static TrialError error(TrialOutcome outcome) {
    assertThat(problems(outcome)).singleElement().isInstanceOf(TrialError.class);
    return (TrialError) problems(outcome).get(0);
  }

  /** Returns the codes of what is wrong. */
  public static List<FailureCode> codes(TrialOutcome outcome) {
    return problems(outcome).stream().map(problem -> ((TrialError) problem).code()).toList();
  }
}
