// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.assay.sample.FixtureSamples;
import dev.assay.trial.error.TrialNote;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** When a fixture fails, trials run what Jupiter runs. */
final class FixturesTest {
  @BeforeEach
  void clear() {
    FixtureSamples.LOG.clear();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        FixtureSamples.BeforeFails.class,
        FixtureSamples.ConstructorFails.class,
        FixtureSamples.BeforeAllFails.class
      })
  void fixture_fails_runsWhatJupiterRuns(Class<?> type) {
    Engine.run(type);
    List<String> ofTrials = List.copyOf(FixtureSamples.LOG);
    FixtureSamples.LOG.clear();

    EngineTestKit.engine("junit-jupiter").selectors(selectClass(type)).execute();

    assertThat(ofTrials).isNotEmpty().isEqualTo(FixtureSamples.LOG);
  }

  @Test
  void before_fails_staysTheFailureAndOthersAreToldWithIt() {
    EngineExecutionResults results = Engine.run(FixtureSamples.BeforeFails.class);

    assertThat(Engine.failure(results, "trial")).hasMessage("before");
    assertThat(Engine.failure(results, "trial").getSuppressed())
        .filteredOn(some -> !(some instanceof TrialNote))
        .extracting(Throwable::getMessage)
        .containsExactly("after");
    assertThat(FixtureSamples.LOG)
        .containsExactly(
            "before base",
            "before",
            "after",
            "after base",
            "before base",
            "before",
            "after within",
            "after",
            "after base");
  }

  @Test
  void before_fails_whatWasSetUpIsTornDown() {
    EngineExecutionResults results = Engine.run(FixtureSamples.SetUpInTwoSteps.class);

    assertThat(Engine.failure(results, "trial").getSuppressed())
        .allMatch(TrialNote.class::isInstance);
    assertThat(FixtureSamples.LOG).containsExactly("before", "clean-up", "after");
  }

  @Test
  void before_skips_afterIsRun() {
    Engine.run(FixtureSamples.BeforeSkips.class)
        .testEvents()
        .assertStatistics(s -> s.started(1).aborted(1));
    assertThat(FixtureSamples.LOG).containsExactly("before", "after");
  }

  @Test
  void initialiser_fails_runsNothingElse() {
    Engine.run(FixtureSamples.InitialiserFails.class);

    assertThat(FixtureSamples.LOG).containsExactly("initialiser");
  }
}
