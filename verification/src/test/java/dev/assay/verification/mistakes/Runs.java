// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs classes through the engine, and tells what came of each of their trials. */
final class Runs implements TestExecutionListener {
  private final Map<String, TestExecutionResult> results = new TreeMap<>();

  private Runs() {}

  /**
   * Runs classes.
   *
   * @return the result of each trial and of each class that has not gone well, by {@code
   *     Class#method} or {@code Class}
   */
  static Map<String, TestExecutionResult> of(List<Class<?>> classes, int threads) {
    Runs runs = new Runs();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(classes.stream().map(DiscoverySelectors::selectClass).toList())
            .filters(EngineFilter.includeEngines("trial"))
            .configurationParameter("trial.parallel.enabled", String.valueOf(threads > 1))
            .configurationParameter("trial.parallel.config.strategy", "fixed")
            .configurationParameter(
                "trial.parallel.config.fixed.parallelism", String.valueOf(threads))
            .configurationParameter("trial.limit.blocking", "200ms")
            .build();
    LauncherFactory.create().execute(request, runs);
    return runs.results;
  }

  @Override
  public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (test.isTest() || result.getStatus() != Status.SUCCESSFUL) {
      results.put(name(test), result);
    }
  }

  private static String name(TestIdentifier test) {
    return test.getSource()
        .filter(MethodSource.class::isInstance)
        .map(MethodSource.class::cast)
        .map(source -> simpleName(source.getClassName()) + "#" + source.getMethodName())
        .orElseGet(() -> simpleName(test.getLegacyReportingName()));
  }

  private static String simpleName(String className) {
    return className.substring(
        Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
  }

  /** Returns the text of a failure, with its stack traces, as a report shows it. */
  static String text(TestExecutionResult result) {
    StringWriter text = new StringWriter();
    result.getThrowable().ifPresent(thrown -> thrown.printStackTrace(new PrintWriter(text, true)));
    return text.toString();
  }
}
