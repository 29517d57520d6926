// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.sample.MalformedSamples;
import dev.assay.sample.OutcomeSamples;
import dev.assay.sample.RoughSamples;
import dev.assay.sample.TreeSamples;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;
import org.junit.platform.suite.engine.SuiteTestEngine;

/** What every engine must keep, for trees of each shape and trials of each outcome. */
final class EngineContractTest {
  private static final List<Class<?>> SAMPLES =
      List.of(
          OutcomeSamples.Outcomes.class,
          OutcomeSamples.Order.class,
          OutcomeSamples.BeforeAllFails.class,
          OutcomeSamples.ClassLeavesACall.class,
          OutcomeSamples.ClassIsOff.class,
          MalformedSamples.Methods.class,
          MalformedSamples.Twins.class,
          MalformedSamples.FixtureOfTheWholeClass.class,
          TreeSamples.Tree.class,
          TreeSamples.OnlyNested.class,
          RoughSamples.Errors.class);

  /** One way to run the samples. */
  record Mode(String name, Map<String, String> parameters, int failures, List<Class<?>> classes) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Mode> modes() {
    List<Class<?>> all = SAMPLES;
    List<Class<?>> suite = List.of(OfTrials.class);
    Map<String, String> seed = Map.of("trial.order.seed", "7");
    Map<String, String> pool =
        Map.of(
            "trial.parallel.enabled", "true",
            "trial.parallel.config.executor-service", "fork_join_pool",
            "trial.parallel.config.strategy", "fixed",
            "trial.parallel.config.fixed.parallelism", "4");
    return Stream.of(
        new Mode("one after the other", Map.of(), 0, all),
        new Mode("one after the other, until one fails", Map.of(), 1, all),
        new Mode("one after the other, until four fail", Map.of(), 4, all),
        new Mode("in the order of a seed", seed, 0, all),
        new Mode("in the order of a seed, until one fails", seed, 1, all),
        new Mode("on eight threads", Engine.parallel(8), 0, all),
        new Mode("on eight threads, until one fails", Engine.parallel(8), 1, all),
        new Mode("on a fork-join pool", pool, 0, all),
        new Mode("on a fork-join pool, until one fails", pool, 1, all),
        new Mode("in a suite", Map.of(), 0, suite),
        new Mode("in a suite, in the order of a seed", seed, 0, suite),
        new Mode("in a suite, until one fails", Map.of(), 1, suite));
  }

  @Suite
  @IncludeEngines("trial")
  @SelectClasses({
    OutcomeSamples.Outcomes.class,
    OutcomeSamples.Order.class,
    OutcomeSamples.ClassLeavesACall.class,
    TreeSamples.Tree.class
  })
  static final class OfTrials {}

  @ParameterizedTest
  @MethodSource("modes")
  void run_eachNode_beginsAndEndsOnceWithinItsParent(Mode mode) {
    Launcher launcher = launcher();
    TestPlan plan = launcher.discover(request(mode, selectors(mode)));
    CancellationToken token = CancellationToken.create();
    EventLog log = new EventLog(token, mode.failures());

    launcher.execute(
        LauncherExecutionRequestBuilder.request(plan)
            .listeners(log)
            .cancellationToken(token)
            .build());

    assertThat(log.problems(plan)).isEmpty();
    assertThat(token.isCancellationRequested()).isEqualTo(mode.failures() > 0);
  }

  @ParameterizedTest
  @MethodSource("modes")
  void discovery_twice_isEqual(Mode mode) {
    assertThat(discover(mode, selectors(mode)))
        .isEqualTo(discover(mode, selectors(mode)))
        .hasSizeGreaterThan(10);
  }

  @ParameterizedTest
  @MethodSource("modes")
  void uniqueId_each_selectsItselfAndWhatIsBelow(Mode mode) {
    List<UniqueId> all = discover(mode, selectors(mode));
    for (UniqueId id : all.stream().filter(EngineContractTest::isOurs).toList()) {
      assertThat(discover(mode, List.of(DiscoverySelectors.selectUniqueId(id))))
          .containsExactlyElementsOf(
              all.stream().filter(some -> some.hasPrefix(id) || id.hasPrefix(some)).toList());
    }
  }

  private static boolean isOurs(UniqueId id) {
    return !List.of("suite", "engine").contains(id.getLastSegment().getType());
  }

  @Test
  void legacyName_eachTrial_isUniqueInItsClass() {
    TestPlan plan = launcher().discover(request(modes().findFirst().orElseThrow(), all()));

    for (TestIdentifier root : plan.getRoots()) {
      for (TestIdentifier node : plan.getDescendants(root)) {
        assertThat(plan.getChildren(node))
            .extracting(TestIdentifier::getLegacyReportingName)
            .doesNotHaveDuplicates();
      }
    }
  }

  private static List<DiscoverySelector> all() {
    return List.copyOf(DiscoverySelectors.selectClasses(SAMPLES));
  }

  private static List<DiscoverySelector> selectors(Mode mode) {
    return List.copyOf(DiscoverySelectors.selectClasses(mode.classes()));
  }

  private static List<UniqueId> discover(Mode mode, List<DiscoverySelector> selectors) {
    TestPlan plan = launcher().discover(request(mode, selectors));
    return plan.getRoots().stream()
        .flatMap(root -> Stream.concat(Stream.of(root), below(plan, root)))
        .map(TestIdentifier::getUniqueIdObject)
        .filter(id -> id.getSegments().size() > 1)
        .toList();
  }

  /** Returns what is below a node, each parent before its children. */
  private static Stream<TestIdentifier> below(TestPlan plan, TestIdentifier node) {
    return plan.getChildren(node).stream()
        .flatMap(child -> Stream.concat(Stream.of(child), below(plan, child)));
  }

  private static LauncherDiscoveryRequest request(Mode mode, List<DiscoverySelector> selectors) {
    return LauncherDiscoveryRequestBuilder.request()
        .selectors(selectors)
        .configurationParameters(mode.parameters())
        .build();
  }

  private static Launcher launcher() {
    return LauncherFactory.create(
        LauncherConfig.builder()
            .enableTestEngineAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .addTestEngines(new TestEngine[] {new TrialEngine(), new SuiteTestEngine()})
            .build());
  }
}
