// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage.properties;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/**
 * A run of one property by jqwik.
 *
 * @param status how it ended
 * @param error what it failed with
 * @param report what jqwik says of it
 */
record PropertyRun(TestExecutionResult.Status status, @Nullable Throwable error, String report) {
  private static final Pattern SHRUNK =
      Pattern.compile(
          "^(?:Shrunk Sample \\(.*?\\)|Sample)\\R-+\\R(.*?)(?:\\R *\\R|\\s*\\z)",
          Pattern.DOTALL | Pattern.MULTILINE);

  /** Runs the one property of a name. */
  static PropertyRun of(Class<?> type, String property) {
    Events events =
        EngineTestKit.engine("jqwik")
            .configurationParameter("jqwik.database", "")
            .configurationParameter("jqwik.reporting.usejunitplatform", "true")
            .selectors(selectMethod(type, method(type, property)))
            .execute()
            .testEvents();
    TestExecutionResult result =
        events.finished().stream()
            .map(event -> event.getRequiredPayload(TestExecutionResult.class))
            .findFirst()
            .orElseThrow();
    String report =
        events
            .reportingEntryPublished()
            .map(event -> event.getRequiredPayload(ReportEntry.class))
            .flatMap(entry -> entry.getKeyValuePairs().values().stream())
            .collect(joining("\n"));
    return new PropertyRun(result.getStatus(), result.getThrowable().orElse(null), report);
  }

  private static Method method(Class<?> type, String name) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Returns the shrunk sample as jqwik prints it, without indentation. */
  String shrunk() {
    Matcher sample = SHRUNK.matcher(report);
    assertThat(sample.find()).as(report).isTrue();
    return sample.group(1).stripIndent().strip();
  }
}
