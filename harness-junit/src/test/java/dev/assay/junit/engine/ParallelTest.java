// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.testkit.engine.EventConditions.abortedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.skippedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.assay.sample.ParallelSamples.Cancelled;
import dev.assay.sample.ParallelSamples.Together;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.testkit.engine.EngineExecutionResults;

final class ParallelTest {
  @Test
  void trials_onEightThreads_doNotNoticeEachOther() {
    EngineExecutionResults results =
        Engine.select(Together.class).configurationParameters(Engine.parallel(8)).execute();

    results.testEvents().assertStatistics(s -> s.started(8).succeeded(4).failed(4));
    for (String label : new String[] {"One", "Two", "Three", "Four"}) {
      assertThat(Engine.failure(results, "leaves" + label))
          .hasMessageContaining("this was " + label.toLowerCase(Locale.ROOT) + ";")
          .hasMessageEndingWith("#leaves" + label)
          .hasMessageContaining("1 call is still armed");
    }
  }

  @Test
  void run_cancelledInATrial_endsThere() {
    CancellationToken token = CancellationToken.create();
    Cancelled.TOKEN.set(token);

    EngineExecutionResults results =
        Engine.select(Cancelled.class).cancellationToken(token).execute();

    results
        .testEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                test("isEndedEarly"),
                abortedWithReason(message(text -> text.contains("cancelled at virtual t=3s")))))
        .haveExactly(1, event(test("isNotBegun"), skippedWithReason("Execution cancelled")));
  }
}
