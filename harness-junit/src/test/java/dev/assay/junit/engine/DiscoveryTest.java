// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectIteration;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.assay.fake.VirtualClock;
import dev.assay.sample.TreeSamples;
import dev.assay.sample.TreeSamples.Tree;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.PackageNameFilter;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;

final class DiscoveryTest {
  private static final String TREE = "[engine:trial]/[class:" + Tree.class.getName() + "]";
  private static final String YANKEE = TREE + "/[nested-class:Yankee]";

  @Test
  void class_allItsParts_areInTheOrderOfTheirNames() {
    assertThat(discover(selectClass(Tree.class)))
        .containsExactly(
            TREE,
            TREE + "/[method:alphaInBase()]",
            TREE + "/[method:zuluInBase()]",
            TREE + "/[method:isKept()]",
            TREE + "/[method:alpha()]",
            TREE + "/[method:overloaded(dev.assay.fake.VirtualClock)]",
            TREE + "/[method:overloaded(dev.assay.fake.VirtualClock, dev.assay.fake.FakeReactor)]",
            TREE + "/[method:zulu()]",
            TREE + "/[nested-class:InBase]",
            TREE + "/[nested-class:InBase]/[method:test()]",
            TREE + "/[nested-class:Bravo]",
            TREE + "/[nested-class:Bravo]/[method:test()]",
            YANKEE,
            YANKEE + "/[method:test()]",
            YANKEE + "/[nested-class:Deeper]",
            YANKEE + "/[nested-class:Deeper]/[method:test()]");
  }

  @Test
  void selectors_ofMethods_giveJustThem() {
    String alpha = TREE + "/[method:alpha()]";

    assertThat(discover(selectMethod(Tree.class, "alpha"))).containsExactly(TREE, alpha);
    assertThat(discover(selectMethod(Tree.class.getName() + "#alpha")))
        .containsExactly(TREE, alpha);
    assertThat(discover(selectIteration(selectMethod(Tree.class, "alpha"), 0)))
        .containsExactly(TREE, alpha);
    assertThat(discover(selectMethod(Tree.class, "overloaded", VirtualClock.class)))
        .containsExactly(TREE, TREE + "/[method:overloaded(dev.assay.fake.VirtualClock)]");
    assertThat(discover(selectMethod(Tree.class, "zuluInBase")))
        .containsExactly(TREE, TREE + "/[method:zuluInBase()]");
  }

  @Test
  void selectors_ofMethodsAndTheirClass_giveTheClassInOrder() {
    assertThat(
            discover(
                selectNestedMethod(List.of(Tree.class), type("Tree$Yankee"), "test"),
                selectMethod(Tree.class, "alpha"),
                selectClass(Tree.class)))
        .isEqualTo(discover(selectClass(Tree.class)));
  }

  @Test
  void selectors_ofNestedThings_giveJustThem() {
    Class<?> yankee = type("Tree$Yankee");

    assertThat(discover(selectNestedClass(List.of(Tree.class), yankee)))
        .isEqualTo(discover(selectClass(yankee)))
        .containsExactly(
            TREE,
            YANKEE,
            YANKEE + "/[method:test()]",
            YANKEE + "/[nested-class:Deeper]",
            YANKEE + "/[nested-class:Deeper]/[method:test()]");
    assertThat(discover(selectNestedMethod(List.of(Tree.class), yankee, "test")))
        .isEqualTo(discover(selectMethod(yankee, "test")))
        .containsExactly(TREE, YANKEE, YANKEE + "/[method:test()]");
    assertThat(discover(selectNestedClass(List.of(Tree.class), type("Base$InBase"))))
        .containsExactly(
            TREE, TREE + "/[nested-class:InBase]", TREE + "/[nested-class:InBase]/[method:test()]");
  }

  @Test
  void selectors_ofPlaces_giveTheClassesThere() throws URISyntaxException {
    Path root = Path.of(Tree.class.getProtectionDomain().getCodeSource().getLocation().toURI());

    assertThat(discover(selectPackage("dev.assay.sample"))).contains(TREE);
    assertThat(discover(selectClasspathRoots(Set.of(root)).get(0))).contains(TREE);
  }

  @Test
  void filters_ofNames_applyToClasses() {
    String only = "[engine:trial]/[class:" + TreeSamples.OnlyNested.class.getName() + "]";
    DiscoverySelector all = selectPackage("dev.assay.sample");

    assertThat(discover(List.of(all), ClassNameFilter.includeClassNamePatterns(".*OnlyNested")))
        .containsExactly(
            only, only + "/[nested-class:Within]", only + "/[nested-class:Within]/[method:test()]");
    assertThat(discover(List.of(all), PackageNameFilter.excludePackageNames("dev.assay.sample")))
        .isEmpty();
    assertThat(
            discover(
                List.of(selectClass(Tree.class)),
                ClassNameFilter.excludeClassNamePatterns(".*Tree")))
        .isEmpty();
  }

  @Test
  void selectors_ofWhatIsNotThere_giveNothing() {
    assertThat(
            discover(
                selectClass("com.acme.Missing"),
                selectMethod("com.acme.Missing#test"),
                selectMethod(Tree.class.getName() + "#missing"),
                selectMethod(Tree.class.getName() + "#overloaded"),
                selectClass(String.class),
                selectPackage("com.acme.missing")))
        .isEmpty();
  }

  @Test
  void uniqueId_eachThatIsGiven_selectsExactlyItself() {
    for (String id : discover(selectClass(Tree.class))) {
      assertThat(discover(selectUniqueId(id)))
          .allSatisfy(found -> assertThat(id.startsWith(found) || found.startsWith(id)).isTrue())
          .contains(id);
    }
  }

  @Test
  void tags_ofClassAndAnnotation_areInherited() {
    assertThat(tags())
        .contains(
            entry(TREE, Set.of("all")),
            entry(TREE + "/[method:alpha()]", Set.of("all", "quick")),
            entry(YANKEE + "/[method:test()]", Set.of("all", "nested")));
  }

  private static Map<String, Set<String>> tags() {
    return descriptors(List.of(selectClass(Tree.class))).stream()
        .collect(
            Collectors.toMap(
                node -> node.getUniqueId().toString(),
                node -> node.getTags().stream().map(TestTag::getName).collect(Collectors.toSet())));
  }

  @Test
  void descriptor_namesAndSources_areThoseOfTheSelectedClass() {
    List<TestDescriptor> tree = descriptors(List.of(selectClass(Tree.class)));

    assertThat(tree)
        .extracting(TestDescriptor::getDisplayName)
        .contains("a tree", "the first of the Greeks", "overloaded(VirtualClock)", "Yankee");
    assertThat(tree)
        .extracting(TestDescriptor::getLegacyReportingName)
        .contains(
            Tree.class.getName(),
            "alpha()",
            "overloaded(VirtualClock)",
            Tree.class.getName() + "$Yankee");
    assertThat(tree.get(0).getSource()).contains(ClassSource.from(Tree.class));
    assertThat(tree.get(2).getSource())
        .get()
        .isInstanceOfSatisfying(
            MethodSource.class,
            source -> assertThat(source.getClassName()).isEqualTo(Tree.class.getName()));
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(TreeSamples.class.getName() + "$" + name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> discover(DiscoverySelector... selectors) {
    return discover(List.of(selectors));
  }

  private static List<String> discover(List<DiscoverySelector> selectors, Filter<?>... filters) {
    return descriptors(selectors, filters).stream()
        .map(node -> node.getUniqueId().toString())
        .toList();
  }

  private static List<TestDescriptor> descriptors(
      List<DiscoverySelector> selectors, Filter<?>... filters) {
    List<TestDescriptor> inOrder = new ArrayList<>();
    EngineTestKit.engine("trial")
        .selectors(selectors.toArray(DiscoverySelector[]::new))
        .filters(filters)
        .discover()
        .getEngineDescriptor()
        .accept(inOrder::add);
    return inOrder.subList(1, inOrder.size());
  }
}
