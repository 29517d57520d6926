// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli.select;

import dev.assay.cli.option.Options;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * The tests that the names of a command select on the class path.
 *
 * @param selections what each name selects
 * @param nested classes nested in the selected ones that were not selected themselves
 * @param unloadable selected classes that cannot be loaded
 * @param missing entries of the class path that do not exist
 * @since 0.1
 */
public record TestSelection(
    List<NamedSelection> selections,
    NamedSelection nested,
    Map<String, Throwable> unloadable,
    List<String> missing) {

  /** Looks up the names of the options on a class path. */
  public static TestSelection of(Options options, ClassPath classPath) {
    List<Path> roots = options.scan().isEmpty() ? classPath.folders() : options.scan();
    NameResolver names =
        new NameResolver(ClassIndex.of(roots), Thread.currentThread().getContextClassLoader());
    List<NamedSelection> selections = names.resolve(options.names());
    NamedSelection nested = names.nestedIn(selections);
    return new TestSelection(selections, nested, names.unloadable(), classPath.missing());
  }

  /** Returns the names for which no engine has found a test. */
  public List<String> withoutTests(List<TestPlan> plans) {
    List<TestSource> sources =
        plans.stream()
            .flatMap(plan -> plan.getRoots().stream().flatMap(root -> below(plan, root)))
            .flatMap(node -> node.getSource().stream())
            .toList();
    return selections.stream()
        .filter(selection -> !selection.name().isEmpty())
        .filter(
            selection ->
                selection.parts().stream()
                    .noneMatch(part -> sources.stream().anyMatch(part::holds)))
        .filter(selection -> unloadable.isEmpty() || !selection.parts().isEmpty())
        .map(NamedSelection::name)
        .toList();
  }

  /** Returns warnings about likely mistakes that are not failures. */
  public List<String> warnings(Launcher launcher, List<TestPlan> plans) {
    List<String> warnings = new ArrayList<>();
    missing.forEach(
        entry -> warnings.add("the class path has an entry that does not exist: " + entry));
    Set<String> overlooked = overlooked(launcher, plans);
    if (!overlooked.isEmpty()) {
      warnings.add(
          "nested classes have tests that were not selected: " + String.join(", ", overlooked));
    }
    return warnings;
  }

  private Set<String> overlooked(Launcher launcher, List<TestPlan> plans) {
    Set<String> classes = new LinkedHashSet<>();
    if (nested.parts().isEmpty()) {
      return classes;
    }
    Set<UniqueId> known = new LinkedHashSet<>();
    plans.forEach(
        plan -> Nodes.of(plan).leaves().forEach(leaf -> known.add(leaf.getUniqueIdObject())));
    Nodes nodes = Nodes.of(new TestDiscovery(launcher).together(List.of(nested)));
    for (TestIdentifier leaf : nodes.leaves()) {
      if (!known.contains(leaf.getUniqueIdObject())) {
        classes.add(nodes.testClass(leaf));
      }
    }
    return classes;
  }

  private static Stream<TestIdentifier> below(TestPlan plan, TestIdentifier root) {
    return plan.getDescendants(root).stream();
  }
}
