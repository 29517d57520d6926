// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.junit.Trial;
import dev.assay.sample.LinkSamples;
import dev.assay.sample.MalformedSamples;
import dev.assay.sample.SyntheticSamples;
import dev.assay.trial.FailureCode;
import dev.assay.trial.TrialError;
import java.lang.reflect.Constructor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.testkit.engine.EngineDiscoveryResults;
import org.junit.platform.testkit.engine.EngineExecutionResults;

final class MalformedTest {
  @Test
  void trial_malformed_failsAndTheOthersAreRun() {
    EngineExecutionResults results = Engine.run(MalformedSamples.Methods.class);

    results.testEvents().assertStatistics(s -> s.started(8).failed(7).succeeded(1));
    results.containerEvents().assertStatistics(s -> s.succeeded(2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          isPrivate         | the trial isPrivate is private
          isStatic          | the trial isStatic is static
          returnsANumber    | the trial returnsANumber returns int
          returnsAnything   | the trial returnsAnything returns Object
          asksForText       | the trial asksForText asks for String
          isAJupiterTestToo | the trial isAJupiterTestToo is also a @Test, so that it would run twice
          endsSoon          | the method endsSoon has a @TimeLimit that cannot be one
          """)
  void trial_malformed_saysWhy(String name, String why) {
    EngineExecutionResults results = Engine.run(MalformedSamples.Methods.class);

    Throwable failure = Engine.failure(results, name);

    assertThat(failure)
        .isInstanceOfSatisfying(
            TrialError.class, error -> assertThat(error.code()).isEqualTo(FailureCode.NOT_A_TRIAL))
        .hasMessageStartingWith("A-NOT-A-TRIAL: " + why)
        .hasMessageContaining("replay: " + MalformedSamples.Methods.class.getName() + "#" + name);
    assertThat(failure.getStackTrace()[0].getClassName())
        .isEqualTo(MalformedSamples.Methods.class.getName());
  }

  @Test
  void trial_malformed_readsAsItsFile() {
    EngineExecutionResults results =
        Engine.run(MalformedSamples.Methods.class, MalformedSamples.StaticFixture.class);

    Golden.check("not-a-trial", Engine.failure(results, "returnsANumber"));
    Golden.check("not-a-trial-fixture", Engine.failure(results, "isLost"));
  }

  @Test
  void trial_malformed_isWarnedOfOnce() {
    EngineDiscoveryResults results = Engine.select(MalformedSamples.Methods.class).discover();

    assertThat(results.getDiscoveryIssues())
        .hasSize(7)
        .extracting(DiscoveryIssue::severity)
        .containsOnly(DiscoveryIssue.Severity.WARNING);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        MalformedSamples.Twins.class,
        MalformedSamples.TwoConstructors.class,
        MalformedSamples.StrangeConstructor.class,
        MalformedSamples.Inner.class,
        MalformedSamples.NestedAndStatic.class,
        MalformedSamples.StaticFixture.class,
        MalformedSamples.PrivateFixture.class
      })
  void class_malformed_itsTrialFails(Class<?> type) {
    EngineExecutionResults results = Engine.run(type);

    results.testEvents().assertStatistics(s -> s.started(1).failed(1));
    assertThat(Engine.select(type).discover().getDiscoveryIssues()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(classes = {MalformedSamples.HasAnInnerClass.class, MalformedSamples.Loop.class})
  void class_withAMalformedOne_runsItsOwnTrials(Class<?> type) {
    EngineExecutionResults results = Engine.run(type);

    results.testEvents().assertStatistics(s -> s.started(2).failed(1).succeeded(1));
  }

  @Test
  void class_malformed_nestedTrialsFailToo() {
    EngineExecutionResults results = Engine.run(MalformedSamples.FixtureOfTheWholeClass.class);

    results.testEvents().assertStatistics(s -> s.started(2).failed(2));
  }

  @Test
  void class_trialsThatCannotBeLinked_isNotLost() throws Exception {
    Class<?> trials = new LinkSamples.Loader().loadClass(LinkSamples.Trials.class.getName());

    assertThat(Engine.select(trials).discover().getDiscoveryIssues())
        .singleElement()
        .satisfies(issue -> assertThat(issue.severity()).isEqualTo(DiscoveryIssue.Severity.ERROR));
  }

  @Test
  void class_othersThatCannotBeLinked_isIgnored() throws Exception {
    Class<?> others = new LinkSamples.Loader().loadClass(LinkSamples.NoTrials.class.getName());

    assertThat(Engine.select(others).discover().getEngineDescriptor().getChildren()).isEmpty();
  }

  @Test
  void constructor_ofTheCompiler_isNotOneToChooseFrom() throws Exception {
    String name = SyntheticSamples.DefaultArgument.class.getName();
    Class<?> type = new SyntheticSamples.Loader().loadClass(name);

    EngineExecutionResults results = Engine.run(type);

    assertThat(type.getDeclaredConstructors()).filteredOn(Constructor::isSynthetic).hasSize(1);
    results.testEvents().assertStatistics(s -> s.started(1).succeeded(1));
  }

  @Test
  void bridges_ofTrialsAndFixtures_areNotRunThemselves() {
    EngineExecutionResults results = Engine.run(SyntheticSamples.Bridges.class);

    assertThat(SyntheticSamples.Bridges.class.getDeclaredMethods())
        .filteredOn(method -> method.isBridge() && method.isAnnotationPresent(Trial.class))
        .hasSize(1);
    results.testEvents().assertStatistics(s -> s.started(1).succeeded(1));
  }

  @Test
  void class_abstract_isForItsSubclasses() {
    EngineExecutionResults results =
        Engine.run(MalformedSamples.Abstract.class, MalformedSamples.Concrete.class);

    results.testEvents().assertStatistics(s -> s.started(1).succeeded(1));
  }

  @Test
  void class_withoutAName_isAnObjectOfSomebody() {
    EngineDiscoveryResults results = Engine.select(MalformedSamples.withoutAName()).discover();

    assertThat(results.getEngineDescriptor().getChildren()).isEmpty();
    assertThat(results.getDiscoveryIssues()).isEqualTo(List.of());
  }

  @Test
  void tag_thatCannotBeOne_isWarnedOfAndTheOthersCount() {
    EngineDiscoveryResults results = Engine.select(MalformedSamples.BrokenTag.class).discover();

    assertThat(results.getDiscoveryIssues())
        .singleElement()
        .satisfies(
            issue -> {
              assertThat(issue.severity()).isEqualTo(DiscoveryIssue.Severity.WARNING);
              assertThat(issue.message())
                  .startsWith("tagged() has the tag 'not quick', which cannot be selected");
            });
    assertThat(results.getEngineDescriptor().getDescendants())
        .flatMap(TestDescriptor::getTags)
        .containsExactly(TestTag.create("sound"));
  }

  @Test
  void class_noTrials_isNotLookedAtFurther() {
    EngineDiscoveryResults results = Engine.select(MalformedSamples.NoTrials.class).discover();

    assertThat(results.getEngineDescriptor().getChildren()).isEmpty();
    assertThat(results.getDiscoveryIssues()).isEqualTo(List.of());
  }
}
