// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.sample.LimitSamples;
import dev.assay.sample.TwiceSamples;
import dev.assay.sample.limits.InPackage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** What is declared around a trial, or beside it, is checked where it stands. */
final class DeclarationsTest {
  private static final String SAMPLES = LimitSamples.class.getName() + "$";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          OnClass          | the class OnClass has a @TimeLimit that cannot be one: virtual must be a time like 2s, 500ms or 1m30s: 'soon'
          Around           | the class Around has a @TimeLimit that cannot be one: virtual must be more than 0: '-5s'
          OnSuperclass     | the class Base has a @TimeLimit that cannot be one: real must be more than 0: '0s'
          OnInterface      | the interface Contract has a @TimeLimit that cannot be one: blocking must be a time like 2s, 500ms or 1m30s: '99999999999999999999h'
          OnAnnotation     | the annotation @Quick has a @TimeLimit that cannot be one: real must be a time like 2s, 500ms or 1m30s: ' '
          OnMethod         | the method isLost has a @TimeLimit that cannot be one: virtual must be more than 0: '0ms'
          Replaced         | the class Replaced has a @TimeLimit that cannot be one: virtual must be a time like 2s, 500ms or 1m30s: 'soon'
          StrictAndLenient | the class StrictAndLenient has both @Strict and @Lenient
          """)
  void settings_thatCannotBe_failTheTrialAndNameTheirPlace(String name, String why)
      throws ClassNotFoundException {
    EngineExecutionResults results = Engine.run(Class.forName(SAMPLES + name));

    assertThat(Engine.failure(results, "isLost")).hasMessageStartingWith("A-NOT-A-TRIAL: " + why);
  }

  @Test
  void limit_ofAPackage_failsItsTrials() {
    EngineExecutionResults results = Engine.run(InPackage.class);

    assertThat(Engine.failure(results, "isLost"))
        .hasMessageStartingWith(
            "A-NOT-A-TRIAL: the package dev.assay.sample.limits has a @TimeLimit that cannot be");
  }

  @Test
  void limit_ofAClass_failsEachTrialAndRunsNoFixture() {
    EngineExecutionResults results = Engine.run(LimitSamples.OnClass.class);

    results.testEvents().assertStatistics(s -> s.started(2).failed(2));
    results.containerEvents().assertStatistics(s -> s.started(2).succeeded(2));
    assertThat(Engine.select(LimitSamples.OnClass.class).discover().getDiscoveryIssues())
        .hasSize(1);
  }

  @Test
  void limit_ofAClassAround_isWarnedOfThere() {
    assertThat(Engine.select(LimitSamples.Around.class).discover().getDiscoveryIssues())
        .isNotEmpty()
        .allSatisfy(issue -> assertThat(issue.message()).startsWith("the class Around has"));
  }

  @Test
  void limit_ofATrial_leavesTheOthersAlone() {
    Engine.run(LimitSamples.OnMethod.class)
        .testEvents()
        .assertStatistics(s -> s.started(2).failed(1).succeeded(1));
  }

  @Test
  void limit_asLongAsCanBeWritten_isOne() {
    Engine.run(LimitSamples.Longest.class).testEvents().assertStatistics(s -> s.succeeded(1));
  }

  @ParameterizedTest
  @CsvSource({
    "test, @Test",
    "ownTest, @OwnTest (@Test)",
    "trialTest, @TrialTest (@Test)",
    "both, @Both (@Test)",
    "repeated, @RepeatedTest (@TestTemplate)",
    "parameterized, @ParameterizedTest (@TestTemplate)",
    "factory, @TestFactory",
    "property, @Property",
    "example, @Example (@Property)",
  })
  void trial_thatAnotherEngineRunsAsWell_isRefused(String name, String annotation) {
    EngineExecutionResults results =
        Engine.run(TwiceSamples.OfJupiter.class, TwiceSamples.OfJqwik.class);

    assertThat(Engine.failure(results, name))
        .hasMessageStartingWith(
            "A-NOT-A-TRIAL: the trial %s is also a %s, so that it would run twice"
                .formatted(name, annotation));
  }
}
