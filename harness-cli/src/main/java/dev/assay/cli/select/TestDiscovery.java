// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli.select;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.EngineDiscoveryResult;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherConstants;
import org.junit.platform.launcher.LauncherDiscoveryListener;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;

/**
 * The step from the selected names to the tests that the engines find.
 *
 * @since 0.1
 */
public final class TestDiscovery {
  private static final String JUPITER = "org.junit.jupiter.api.";

  private final Launcher launcher;
  private final Set<String> warnings = new LinkedHashSet<>();
  private final Set<String> failures = new LinkedHashSet<>();

  /** Makes a discovery by a launcher, and of all its engines. */
  public TestDiscovery(Launcher launcher) {
    this.launcher = launcher;
  }

  /** Returns one plan with everything in it. */
  public TestPlan together(List<NamedSelection> selections) {
    List<DiscoverySelector> selectors = new ArrayList<>();
    byClass(selections).values().forEach(selectors::addAll);
    return plan(selectors, Map.of());
  }

  /**
   * Returns a plan for each class that has tests, in an order determined by the seed, if there is
   * one.
   */
  public List<TestPlan> apart(List<NamedSelection> selections, OptionalLong seed) {
    List<List<DiscoverySelector>> groups = new ArrayList<>(byClass(selections).values());
    seed.ifPresent(number -> Collections.shuffle(groups, new Random(number)));
    Map<String, String> settings =
        seed.isPresent() ? shuffled(Long.toString(seed.getAsLong())) : Map.of();
    return groups.stream()
        .map(selectors -> plan(selectors, settings))
        .filter(plan -> plan.containsTests() || hasFailed())
        .toList();
  }

  /** Returns the warnings of the engines. */
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** Returns why engines could not look for tests. */
  public List<String> failures() {
    return List.copyOf(failures);
  }

  /** Returns whether an engine could not look for tests. */
  public boolean hasFailed() {
    return !failures.isEmpty();
  }

  private TestPlan plan(List<DiscoverySelector> selectors, Map<String, String> settings) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectors)
            .configurationParameters(settings)
            // An engine with an error fails when its turn comes; the other engines still run.
            .configurationParameter(
                LauncherConstants.DISCOVERY_ISSUE_FAILURE_PHASE_PROPERTY_NAME, "execution")
            .configurationParameter(
                LauncherDiscoveryRequestBuilder
                    .DEFAULT_DISCOVERY_LISTENER_CONFIGURATION_PROPERTY_NAME,
                "logging")
            .listeners(new IssueListener())
            .build();
    return launcher.discover(request);
  }

  /** Groups the selectors by class. What several names select is run once. */
  private static Map<String, List<DiscoverySelector>> byClass(List<NamedSelection> selections) {
    Map<String, Set<DiscoverySelector>> groups = new LinkedHashMap<>();
    for (NamedSelection selection : selections) {
      for (NamedSelection.Part part : selection.parts()) {
        groups
            .computeIfAbsent(part.className(), name -> new LinkedHashSet<>())
            .add(part.selector());
      }
    }
    Map<String, List<DiscoverySelector>> lists = new LinkedHashMap<>();
    groups.forEach((name, selectors) -> lists.put(name, List.copyOf(selectors)));
    return lists;
  }

  /** Returns the parameters for a random order. Other engines keep their own order of methods. */
  private static Map<String, String> shuffled(String seed) {
    return Map.of(
        "junit.jupiter.testmethod.order.default",
        JUPITER + "MethodOrderer$Random",
        "junit.jupiter.testclass.order.default",
        JUPITER + "ClassOrderer$Random",
        "junit.jupiter.execution.order.random.seed",
        seed,
        "trial.order.seed",
        seed);
  }

  /** The listener of what engines report while they look for tests. */
  private final class IssueListener implements LauncherDiscoveryListener {
    @Override
    public void issueEncountered(UniqueId engine, DiscoveryIssue issue) {
      String source = issue.source().map(where -> "\n  " + Sources.name(where)).orElse("");
      switch (issue.severity()) {
        case ERROR -> failures.add(issue.message() + source);
        case WARNING -> warnings.add(issue.message() + source);
        case INFO -> {}
      }
    }

    @Override
    public void engineDiscoveryFinished(UniqueId engine, EngineDiscoveryResult result) {
      result.getThrowable().ifPresent(error -> failures.add(error.getMessage()));
    }
  }
}
