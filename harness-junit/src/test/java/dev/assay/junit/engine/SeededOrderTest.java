// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import dev.assay.sample.OutcomeSamples.Outcomes;
import dev.assay.sample.TreeSamples.OnlyNested;
import dev.assay.sample.TreeSamples.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What the configuration parameter {@code trial.order.seed} does. */
final class SeededOrderTest {
  private static final DiscoverySelector ALL = selectPackage("dev.assay.sample");
  private static final DiscoverySelector TREE = selectClass(Tree.class);

  @Test
  void seed_aGivenOne_givesTheSameOrderOnEveryJava() {
    String tree = "/[class:" + Tree.class.getName() + "]";

    assertThat(order(7, TREE))
        .containsExactly(
            tree,
            tree + "/[method:zulu()]",
            tree + "/[method:zuluInBase()]",
            tree + "/[method:isKept()]",
            tree + "/[method:alpha()]",
            tree + "/[method:alphaInBase()]",
            tree + "/[method:overloaded(dev.assay.fake.VirtualClock)]",
            tree + "/[method:overloaded(dev.assay.fake.VirtualClock, dev.assay.fake.FakeReactor)]",
            tree + "/[nested-class:Bravo]",
            tree + "/[nested-class:Bravo]/[method:test()]",
            tree + "/[nested-class:InBase]",
            tree + "/[nested-class:InBase]/[method:test()]",
            tree + "/[nested-class:Yankee]",
            tree + "/[nested-class:Yankee]/[method:test()]",
            tree + "/[nested-class:Yankee]/[nested-class:Deeper]",
            tree + "/[nested-class:Yankee]/[nested-class:Deeper]/[method:test()]");
  }

  @Test
  void seed_another_givesAnotherOrderOfTheSameNodes() {
    List<String> declared = order(Engine.select(Tree.class));
    List<List<String>> orders = orders(TREE);

    assertThat(orders)
        .doesNotContain(declared)
        .allSatisfy(order -> assertThat(order).containsExactlyInAnyOrderElementsOf(declared));
    assertThat(orders.stream().distinct()).hasSizeGreaterThan(190);
  }

  @Test
  void seed_ofMany_putsEachChildFirst_butNestedClassesBehindTrials() {
    List<List<String>> orders =
        orders(TREE).stream()
            .map(order -> order.stream().filter(id -> id.split("/").length == 3).toList())
            .toList();

    assertThat(orders.stream().map(children -> children.get(0)).distinct())
        .hasSize(7)
        .allMatch(id -> id.contains("[method:"));
    assertThat(orders.stream().map(children -> children.get(7)).distinct())
        .hasSize(3)
        .allMatch(id -> id.contains("[nested-class:"));
  }

  @Test
  void seed_ofMany_putsEachClassFirst() {
    assertThat(
            orders(TREE, selectClass(OnlyNested.class), selectClass(Outcomes.class)).stream()
                .map(order -> order.get(0))
                .distinct())
        .hasSize(3);
  }

  @Test
  void part_ofAClass_keepsTheOrderOfTheWhole() {
    List<String> all = order(7, ALL);
    DiscoverySelector[] some = {
      selectMethod(Tree.class, "alpha"),
      selectMethod(Tree.class, "zulu"),
      selectMethod(Tree.class, "isKept"),
      selectClass(Outcomes.class)
    };

    assertThat(order(7, some))
        .hasSize(4 + 10)
        .isEqualTo(all.stream().filter(order(7, some)::contains).toList());
  }

  @Test
  void selectors_inAnotherOrder_changeNothing() {
    assertThat(order(7, TREE, selectClass(Outcomes.class)))
        .isEqualTo(order(7, selectClass(Outcomes.class), TREE));
  }

  @Test
  void suite_anyAroundTheTrials_changesNothing() {
    UniqueId inSuite = UniqueId.forEngine("suite").append("suite", "A").appendEngine("trial");
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(ALL)
            .configurationParameter("trial.order.seed", "7")
            .build();

    assertThat(ids(new TrialEngine().discover(request, inSuite))).isEqualTo(order(7, ALL));
  }

  @Test
  void run_ofASeed_isInItsOrder() {
    List<String> started =
        seeded("7", TREE).execute().allEvents().started().stream()
            .map(event -> id(event.getTestDescriptor()))
            .skip(1)
            .toList();

    assertThat(started).isEqualTo(order(7, TREE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-7", " 7 ", "9223372036854775807"})
  void seed_anyWholeNumber_isTaken(String seed) {
    seeded(seed, TREE).execute().testEvents().assertStatistics(s -> s.started(11).succeeded(11));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "many", "7.0", "9223372036854775808"})
  void seed_notAWholeNumber_isFoundAndFailsTheRun(String seed) {
    assertThat(order(seeded(seed, TREE))).isEqualTo(order(Engine.select(Tree.class)));
    assertThat(Engine.failure(seeded(seed, TREE).execute(), "Trial"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("trial.order.seed must be a whole number: " + seed);
  }

  private static List<List<String>> orders(DiscoverySelector... selectors) {
    return IntStream.range(0, 200).mapToObj(seed -> order(seed, selectors)).toList();
  }

  private static List<String> order(long seed, DiscoverySelector... selectors) {
    return order(seeded(String.valueOf(seed), selectors));
  }

  private static List<String> order(EngineTestKit.Builder kit) {
    return ids(kit.discover().getEngineDescriptor());
  }

  private static EngineTestKit.Builder seeded(String seed, DiscoverySelector... selectors) {
    return EngineTestKit.engine("trial")
        .selectors(selectors)
        .configurationParameter("trial.order.seed", seed);
  }

  /** Returns what is below an engine, in order. */
  private static List<String> ids(TestDescriptor engine) {
    List<String> ids = new ArrayList<>();
    engine.accept(node -> ids.add(id(node)));
    return ids.subList(1, ids.size());
  }

  /** Returns what identifies a node, but for the engine. */
  private static String id(TestDescriptor node) {
    String id = node.getUniqueId().toString();
    return id.substring(id.indexOf("[engine:trial]") + "[engine:trial]".length());
  }
}
