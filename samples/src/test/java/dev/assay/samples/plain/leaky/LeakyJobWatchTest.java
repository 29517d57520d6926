// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.plain.leaky;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fake.VirtualClock;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.TrialOutcome.Failed;
import dev.assay.trial.Trials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Runs the trial that fails: what it asserts is true, and the verdict names what it left. */
final class LeakyJobWatchTest {
  private static void job_thatTakesSevenMinutes_isSeen(VirtualClock clock) {
    JobWatch watch = new JobWatch(clock.scheduledExecutor(), clock.wallClock());
    AtomicBoolean finished = new AtomicBoolean();
    CompletableFuture<Duration> took = watch.watch(finished::get);

    clock.advance(Duration.ofMinutes(7));
    finished.set(true);
    clock.advance(Duration.ofSeconds(5));

    assertThat(took).isCompletedWithValue(Duration.ofSeconds(425));
  }

  @Test
  void assertions_alone_seeNothing() {
    job_thatTakesSevenMinutes_isSeen(new VirtualClock());
  }

  @Test
  void verdict_isTheTextThatStandsOnThePages() throws IOException {
    for (String page : new String[] {"../README.md", "../docs/plain-java.md"}) {
      assertThat(Files.readString(Path.of(page))).contains("```text\n" + verdict() + "\n```");
    }
  }

  /** Returns what is said of the trial, with a real time that is always the same. */
  private static String verdict() {
    TrialOutcome outcome =
        Trials.run(trial -> job_thatTakesSevenMinutes_isSeen(new VirtualClock()));
    assertThat(outcome).isInstanceOf(Failed.class);
    String text = String.valueOf(((Failed) outcome).problems().get(0).getMessage());
    return text.replaceAll("\\d+ ms real", "3 ms real")
        .replaceAll("replay: .*", "replay: com.acme.JobWatchTest#job_thatTakesSevenMinutes_isSeen");
  }
}
