// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.first.leaky;

import static dev.assay.trial.Trials.successResultOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.fake.VirtualClock;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.TrialOutcome.Failed;
import dev.assay.trial.TrialSettings;
import dev.assay.trial.run.TrialRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Runs the trial that fails: what it asserts is true, and the verdict names what it left. */
final class LeakyPingTest {
  /** The body of the first trial; no build runs it as one. */
  private static void answer_arrivesInTime(VirtualClock clock) {
    Ping ping = new Ping(clock);
    Deferred<String> pong = ping.send();

    clock.advance(Duration.ofMillis(300));
    ping.answered("pong");

    assertThat(successResultOf(pong)).isEqualTo("pong");
  }

  @Test
  void assertions_alone_seeNothing() {
    answer_arrivesInTime(new VirtualClock());
  }

  @Test
  void verdict_isTheTextThatStandsInTheReadme() throws IOException {
    assertThat(page("../README.md")).contains("```text\n" + verdict() + "\n```");
  }

  @Test
  void verdict_isTheTextThatStandsOnThePageOfTheFirstTrial() throws IOException {
    // There the file has no line about its licence.
    String there = verdict().replace("Ping.java:19", "Ping.java:18");
    assertThat(page("../docs/first-trial.md")).contains("```text\n" + there + "\n```");
  }

  private static String page(String path) throws IOException {
    return Files.readString(Path.of(path));
  }

  /** Returns what is said of the trial, with a real time that is always the same. */
  private static String verdict() {
    String text = String.valueOf(failed().problems().get(0).getMessage());
    return text.replaceAll("\\d+ ms real", "3 ms real");
  }

  private static Failed failed() {
    String name = "com.acme.PingTest#answer_arrivesInTime";
    TrialRun run = TrialRun.open(name, TrialSettings.DEFAULT);
    run.test(
        trial -> {
          answer_arrivesInTime(new VirtualClock());
          return null;
        });
    TrialOutcome outcome = run.close();
    assertThat(outcome).isInstanceOf(Failed.class);
    return (Failed) outcome;
  }
}
