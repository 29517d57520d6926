// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fake.VirtualClock;
import dev.assay.time.DelayedCall;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.TrialOutcome.Failed;
import dev.assay.trial.TrialSettings;
import dev.assay.trial.Trials;
import dev.assay.trial.run.TrialRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RunReportTest {
  private final TrialRun run = TrialRun.open("com.acme.PingTest#answers", TrialSettings.DEFAULT);
  private final List<String> written = new ArrayList<>();

  @Test
  void timelines_trialHasFailed_areNamedFromTheWorkingDirectory() {
    TrialOutcome outcome =
        outcome(
            trial -> {
              arm();
              arm();
            });

    assertThat(((Failed) RunReport.withFiles(run, outcome, this::write)).note())
        .endsWith(
            " real; the timeline is in target/reports/timeline.jsonl"
                + " and target/reports/timeline-2.jsonl");
    assertThat(written).hasSize(2).allMatch(text -> text.contains("\"armed\""));
  }

  @Test
  void timeline_unused_isNotWritten() {
    TrialOutcome outcome =
        outcome(
            trial -> {
              VirtualClock unused = new VirtualClock();
              throw new AssertionError("never mind " + unused);
            });

    assertThat(RunReport.withFiles(run, outcome, this::write)).isEqualTo(outcome);
    assertThat(written).isEmpty();
  }

  @Test
  void timeline_trialHasPassed_isNotWritten() {
    TrialOutcome outcome = outcome(trial -> arm().cancel());

    assertThat(RunReport.withFiles(run, outcome, this::write)).isSameAs(outcome);
    assertThat(written).isEmpty();
  }

  @Test
  void timeline_noFolder_verdictStays() {
    TrialOutcome outcome = outcome(trial -> arm());

    assertThat(
            RunReport.withFiles(
                run,
                outcome,
                (name, text) -> {
                  throw new IOException("the disk is full");
                }))
        .isEqualTo(outcome);
  }

  private static DelayedCall arm() {
    return new VirtualClock().callLater(Duration.ofSeconds(1), () -> {});
  }

  private TrialOutcome outcome(Trials.Body body) {
    run.test(
        trial -> {
          body.run(trial);
          return null;
        });
    return run.close();
  }

  private Path write(String name, String text) {
    written.add(text);
    return Path.of("target", "reports", name).toAbsolutePath();
  }
}
