// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.assay.cli.report.Results.Result;
import dev.assay.ledger.Display;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The summary at the end of a run: the failures in full, and the last two lines.
 *
 * @since 0.1
 */
public final class Summary {
  private static final int WIDTH = 79;

  /** The order in which results are printed: the worst last, where one looks first. */
  private static final List<Verdict> PRINT_ORDER =
      List.of(
          Verdict.SKIPPED,
          Verdict.EXPECTED_FAILURE,
          Verdict.FAIL,
          Verdict.ERROR,
          Verdict.UNEXPECTED_SUCCESS);

  private static final List<Verdict> COUNTED =
      List.of(
          Verdict.FAIL,
          Verdict.ERROR,
          Verdict.UNEXPECTED_SUCCESS,
          Verdict.SKIPPED,
          Verdict.EXPECTED_FAILURE);

  private final PrintStream out;
  private final Palette palette;

  /** Makes a summary that is printed to a stream. */
  public Summary(PrintStream out, Palette palette) {
    this.out = out;
    this.palette = palette;
  }

  /**
   * Prints the summary.
   *
   * @param nanos the duration of the run
   * @param remark a further remark, or an empty string
   */
  public void print(Results results, long nanos, String remark) {
    for (String warning : results.warnings()) {
      group("[WARNING]", Palette.Ink.BLUE, warning, List.of());
    }
    for (Verdict verdict : PRINT_ORDER) {
      byDetail(results.withVerdict(verdict))
          .forEach((detail, names) -> group(verdict.tag(), verdict.ink(), detail, names));
    }
    out.println("-".repeat(WIDTH));
    String tests = results.testsRun() == 1 ? "1 test" : results.testsRun() + " tests";
    String virtual =
        results.virtual().isZero() ? "" : " (" + Display.time(results.virtual()) + " virtual)";
    out.println("Ran " + tests + " in " + Durations.seconds(nanos) + virtual + remark);
    out.println();
    boolean passed = results.exitCode() == ExitCode.PASSED;
    out.println(
        palette.paint(passed ? "PASSED" : "FAILED", passed ? Palette.Ink.GREEN : Palette.Ink.RED)
            + counts(results));
    out.flush();
  }

  private void group(String tag, Palette.Ink ink, String detail, List<String> names) {
    out.println("=".repeat(WIDTH));
    out.println(palette.paint(tag, ink));
    out.println(detail);
    if (!names.isEmpty()) {
      out.println();
      names.forEach(out::println);
    }
  }

  private static Map<String, List<String>> byDetail(List<Result> results) {
    return results.stream()
        .collect(groupingBy(Result::detail, LinkedHashMap::new, mapping(Result::name, toList())));
  }

  private static String counts(Results results) {
    List<String> parts = new ArrayList<>();
    if (results.exitCode() == ExitCode.NO_TESTS) {
      parts.add("no tests");
    }
    COUNTED.forEach(verdict -> count(parts, verdict.counted(), results.count(verdict)));
    count(parts, "notRun", results.notRun());
    count(parts, "warnings", results.warnings().size());
    count(parts, Verdict.OK.counted(), results.count(Verdict.OK));
    return parts.isEmpty() ? "" : parts.stream().collect(joining(", ", " (", ")"));
  }

  private static void count(List<String> parts, String what, int number) {
    if (number > 0) {
      parts.add(what + "=" + number);
    }
  }
}
