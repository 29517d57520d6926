// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs of classes through their engines, and what came of each of their trials. */
final class Runs implements TestExecutionListener {
  private final List<Result> results = new ArrayList<>();

  private Runs() {}

  /** Runs classes in some threads, in the order in which they are given. */
  static List<Result> of(List<Class<?>> classes, int threads) {
    return run(classes, threads, OptionalLong.empty());
  }

  /** Runs classes in one thread, in the order of a seed. */
  static List<Result> shuffled(List<Class<?>> classes, long seed) {
    return run(classes, 1, OptionalLong.of(seed));
  }

  private static List<Result> run(List<Class<?>> classes, int threads, OptionalLong seed) {
    Runs runs = new Runs();
    Map<Door, List<Class<?>>> byDoor =
        classes.stream().collect(groupingBy(Door::of, () -> new EnumMap<>(Door.class), toList()));
    byDoor.forEach((door, some) -> runs.add(door, some, threads, seed));
    return runs.results;
  }

  private void add(Door door, List<Class<?>> classes, int threads, OptionalLong seed) {
    LauncherDiscoveryRequestBuilder request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(classes.stream().map(DiscoverySelectors::selectClass).toList())
            .filters(EngineFilter.includeEngines(door.engine()))
            .configurationParameter("trial.limit.blocking", "200ms");
    door.spread(request, threads);
    seed.ifPresent(value -> door.shuffle(request, value));
    LauncherFactory.create().execute(request.build(), this);
  }

  @Override
  public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (test.isTest() || result.getStatus() != Status.SUCCESSFUL) {
      results.add(Result.of(test, result));
    }
  }
}
