// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.sample.LogSamples.OnItsThreads;
import dev.assay.sample.LogSamples.OnThreadsOfTheClass;
import dev.assay.sample.LogSamples.Together;
import java.io.IOException;
import java.util.logging.LogManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Errors that threads of trials tell nobody but the log. */
final class LoggingThreadsTest {
  /** Keeps the errors of these tests out of the output of the build. */
  @BeforeEach
  void beQuiet() {
    LogManager.getLogManager().reset();
  }

  @AfterEach
  void beQuietNoMore() throws IOException {
    LogManager.getLogManager().readConfiguration();
  }

  @Test
  void trial_whoseThreadLogsAnError_fails() {
    EngineExecutionResults results = Engine.run(OnItsThreads.class);

    results.allEvents().assertStatistics(s -> s.started(5).failed(2).succeeded(3));
    Golden.check("thread-logs", Engine.failure(results, "logs"));
    assertThat(Engine.failure(results, "logsInThePoolOfAll"))
        .hasMessageContaining("could not send");
  }

  @Test
  void trials_inParallel_eachTakeWhatTheirThreadsLog() {
    EngineExecutionResults results =
        Engine.select(Together.class).configurationParameters(Engine.parallel(2)).execute();

    results.allEvents().assertStatistics(s -> s.started(4).failed(1).succeeded(3));
    assertThat(Engine.failure(results, "isLoud")).hasMessageContaining("thread worker");
  }

  @Test
  void threadOfTheClass_thatLogsAnError_failsTheClass() {
    EngineExecutionResults results = Engine.run(OnThreadsOfTheClass.class);

    results.testEvents().assertStatistics(s -> s.started(1).succeeded(1));
    assertThat(Engine.failure(results, "OnThreadsOfTheClass"))
        .hasMessageContaining("A-LOGGED-ERROR")
        .hasMessageContaining("could not send");
  }
}
