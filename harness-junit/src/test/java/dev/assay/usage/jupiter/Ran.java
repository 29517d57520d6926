// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage.jupiter;

import dev.assay.trial.TrialError;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;

/** What came of running a class with Jupiter. */
record Ran(EngineExecutionResults results) {
  static Ran of(Class<?> type) {
    return of(type, kit -> kit);
  }

  static Ran of(Class<?> type, UnaryOperator<EngineTestKit.Builder> change) {
    EngineTestKit.Builder kit =
        EngineTestKit.engine("junit-jupiter").selectors(DiscoverySelectors.selectClass(type));
    return new Ran(change.apply(kit).execute());
  }

  /** Returns what became of each test, in words, by its display name. */
  Map<String, String> tests() {
    return words(results.testEvents().list());
  }

  /** Returns what became of each class or other container, in words. */
  Map<String, String> containers() {
    return words(results.containerEvents().list());
  }

  private static Map<String, String> words(List<Event> events) {
    Map<String, String> words = new TreeMap<>();
    for (Event event : events) {
      String name = event.getTestDescriptor().getDisplayName();
      if (event.getType() == EventType.SKIPPED) {
        words.put(name, "skipped");
      } else if (event.getType() == EventType.FINISHED) {
        words.put(name, word(event.getRequiredPayload(TestExecutionResult.class)));
      }
    }
    return words;
  }

  private static String word(TestExecutionResult result) {
    String what = result.getThrowable().map(Ran::word).orElse("passed");
    return result.getStatus() == Status.ABORTED ? "aborted: " + what : what;
  }

  /** Returns the code of a failure that the harness has found, or the message of another. */
  static String word(Throwable thrown) {
    return thrown instanceof TrialError error
        ? error.code().toString()
        : String.valueOf(thrown.getMessage());
  }

  /** Returns what a test or a container has failed with. */
  Throwable failureOf(String name) {
    return results.allEvents().finished().stream()
        .filter(event -> event.getTestDescriptor().getDisplayName().equals(name))
        .map(event -> event.getRequiredPayload(TestExecutionResult.class))
        .flatMap(result -> result.getThrowable().stream())
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " has not failed: " + tests()));
  }

  /** Returns what is suppressed in a failure, but for the note that says when and where it was. */
  List<String> suppressedIn(String name) {
    return List.of(failureOf(name).getSuppressed()).stream()
        .map(Ran::word)
        .filter(word -> !word.contains(" failed at virtual t="))
        .toList();
  }

  /** Returns all that was reported, in order, as {@code key=value}. */
  List<String> reported() {
    return results.allEvents().reportingEntryPublished().stream()
        .map(
            event ->
                event.getRequiredPayload(org.junit.platform.engine.reporting.ReportEntry.class))
        .flatMap(entry -> entry.getKeyValuePairs().entrySet().stream())
        .map(Object::toString)
        .toList();
  }
}
