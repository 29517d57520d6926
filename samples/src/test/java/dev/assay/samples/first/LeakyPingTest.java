// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.first;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fake.VirtualClock;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.TrialOutcome.Failed;
import dev.assay.trial.TrialRun;
import dev.assay.trial.TrialSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Runs the trial that fails: what it asserts is true, and the verdict names what it left. */
final class LeakyPingTest {
  private final LeakyPingTrial leaky = new LeakyPingTrial() {};

  @Test
  void assertions_alone_seeNothing() {
    leaky.answer_arrivesInTime(new VirtualClock());
  }

  @Test
  void verdict_isTheTextThatStandsInTheReadme() throws IOException {
    String text = failed().problems().get(0).getMessage();

    assertThat(Files.readString(Path.of("../README.md")))
        .contains("```text\n" + text.replaceAll("\\d+ ms real", "3 ms real") + "\n```");
  }

  private Failed failed() {
    String name = "com.acme.PingTest#answer_arrivesInTime";
    TrialRun run = TrialRun.open(name, TrialSettings.DEFAULT);
    run.test(
        trial -> {
          leaky.answer_arrivesInTime(new VirtualClock());
          return null;
        });
    TrialOutcome outcome = run.close();
    assertThat(outcome).isInstanceOf(Failed.class);
    return (Failed) outcome;
  }
}
