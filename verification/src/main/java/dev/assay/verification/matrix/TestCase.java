// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** One {@code testcase} of a report. */
record TestCase(Element element) {
  private static final List<String> PROBLEMS = List.of("failure", "error", "skipped");
  private static final List<String> EARLIER_RUNS =
      List.of("flakyFailure", "flakyError", "rerunFailure", "rerunError");

  /** A code of ours, and the sentence behind it, which other tests look at. */
  private static final Pattern CODE = Pattern.compile(": (A-[A-Z-]+): .*");

  /** The innermost frame in the user's own code. */
  private static final Pattern PLACE = Pattern.compile("\\tat (?:\\S*/)?example\\..*\\((.*)\\)");

  private static final Pattern HARNESS = Pattern.compile("\\tat (?:\\S*/)?dev\\.assay\\.");

  /** Returns the name, how the test ended, and what the tool says about that. */
  String line() {
    StringBuilder line = new StringBuilder();
    line.append(element.getAttribute("classname")).append(' ').append(element.getAttribute("name"));
    int named = line.length();
    PROBLEMS.forEach(name -> append(line, name));
    if (line.length() == named) {
      line.append(" | passed");
    }
    EARLIER_RUNS.forEach(name -> append(line, name));
    return line.toString();
  }

  /**
   * Returns a complaint for each frame of the harness below one of the user's: it tells nothing.
   */
  Stream<String> needlessFrames() {
    return Stream.of(PROBLEMS, EARLIER_RUNS)
        .flatMap(List::stream)
        .flatMap(name -> ToolReport.children(element, name))
        .flatMap(problem -> needlessFrames(problem.getTextContent()))
        .map(frame -> element.getAttribute("name") + " has a frame of the harness: " + frame);
  }

  private static Stream<String> needlessFrames(String text) {
    List<String> found = new ArrayList<>();
    boolean below = false;
    for (String line : text.lines().toList()) {
      boolean isFrame = line.strip().startsWith("at ");
      if (below && isFrame && HARNESS.matcher(line).find()) {
        found.add(line.strip());
      }
      below = isFrame && (below || PLACE.matcher(line).find());
    }
    return found.stream();
  }

  private void append(StringBuilder line, String name) {
    ToolReport.children(element, name)
        .forEach(found -> line.append(" | ").append(name).append(' ').append(reason(found)));
  }

  private static String reason(Element problem) {
    String text = problem.getTextContent().strip();
    String first = text.isEmpty() ? problem.getAttribute("message") : firstLine(text);
    Matcher place = PLACE.matcher(text);
    String reason = CODE.matcher(first).replaceFirst(": $1");
    return place.find() ? reason + " (" + place.group(1) + ")" : reason;
  }

  /** Returns the type and the first line of the message, which Surefire may put on the next. */
  private static String firstLine(String text) {
    return text.replaceFirst("^(\\S+:)\\s+", "$1 ").lines().findFirst().orElse("");
  }
}
