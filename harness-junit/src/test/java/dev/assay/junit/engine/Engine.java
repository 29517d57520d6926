// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.platform.engine.OutputDirectoryCreator;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs of the engine over sample classes, and what to ask of them. */
final class Engine {
  private Engine() {}

  static EngineTestKit.Builder select(Class<?>... classes) {
    EngineTestKit.Builder kit = EngineTestKit.engine("trial");
    for (Class<?> type : classes) {
      kit.selectors(DiscoverySelectors.selectClass(type));
    }
    return kit;
  }

  static EngineExecutionResults run(Class<?>... classes) {
    return select(classes).execute();
  }

  /** Returns the parameters by which so many trials are run at once. */
  static Map<String, String> parallel(int threads) {
    return Map.of(
        "trial.parallel.enabled", "true",
        "trial.parallel.config.strategy", "fixed",
        "trial.parallel.config.fixed.parallelism", String.valueOf(threads));
  }

  static OutputDirectoryCreator outputIn(Path folder) {
    return new OutputDirectoryCreator() {
      @Override
      public Path getRootDirectory() {
        return folder;
      }

      @Override
      public Path createOutputDirectory(TestDescriptor node) throws IOException {
        return Files.createDirectories(folder.resolve(node.getLegacyReportingName()));
      }
    };
  }

  /** Returns what a class or a trial has failed with. */
  static Throwable failure(EngineExecutionResults results, String name) {
    return results.allEvents().failed().stream()
        .filter(isOf(name))
        .findFirst()
        .flatMap(event -> event.getPayload(TestExecutionResult.class))
        .flatMap(TestExecutionResult::getThrowable)
        .orElseThrow(() -> new AssertionError(name + " has not failed"));
  }

  /** Returns whether an event is about a class or a trial of a name. */
  static Predicate<Event> isOf(String name) {
    return event -> event.getTestDescriptor().getDisplayName().matches(name + "(\\(.*)?");
  }

  static Map<String, String> entries(Event event) {
    return event.getRequiredPayload(ReportEntry.class).getKeyValuePairs();
  }
}
