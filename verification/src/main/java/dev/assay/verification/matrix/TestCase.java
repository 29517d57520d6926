// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.matrix;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** One {@code testcase} of a report. */
record TestCase(Element element) implements Comparable<TestCase> {
  private static final List<String> ENDS = List.of("failure", "error", "skipped");
  private static final List<String> EARLIER_RUNS =
      List.of("flakyFailure", "flakyError", "rerunFailure", "rerunError");

  /** The innermost frame in the user's own code. */
  private static final Pattern PLACE = Pattern.compile("\\tat (?:\\S*/)?example\\..*\\((.*)\\)");

  @Override
  public int compareTo(TestCase other) {
    return Comparator.comparing(TestCase::className)
        .thenComparing(TestCase::line)
        .compare(this, other);
  }

  /** Returns the name and how it went, with what the tool says about it. */
  String line() {
    StringBuilder line = new StringBuilder(className()).append(' ').append(name());
    boolean passed = true;
    for (String end : ENDS) {
      for (Element found : ToolReport.children(element, end).toList()) {
        passed = false;
        line.append(" | ").append(end).append(' ').append(reason(found));
      }
    }
    line.append(passed ? " | passed" : "");
    for (String earlier : EARLIER_RUNS) {
      ToolReport.children(element, earlier)
          .forEach(found -> line.append(" | ").append(earlier).append(' ').append(reason(found)));
    }
    return line.toString();
  }

  private String className() {
    return element.getAttribute("classname");
  }

  private String name() {
    return element.getAttribute("name");
  }

  private static String reason(Element end) {
    String text = end.getTextContent().strip();
    String first = text.lines().findFirst().orElse("");
    Matcher place = PLACE.matcher(text);
    String reason = first.isEmpty() ? end.getAttribute("message") : first;
    return place.find() ? reason + " (" + place.group(1) + ")" : reason;
  }
}
