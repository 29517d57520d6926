// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The results of a run so far.
 *
 * @since 0.1
 */
public final class Results {
  private final List<Result> results = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
  private int testsRun;
  private int notRun;
  private Duration virtual = Duration.ZERO;
  private boolean broken;

  /** Makes the results of a run that has not begun. */
  public Results() {}

  /**
   * A verdict that needs an explanation.
   *
   * @param name the name of the test
   * @param detail the reason of the verdict
   * @since 0.1
   */
  public record Result(Verdict verdict, String name, String detail) {}

  /** Records the verdict on a test that has run. */
  void ran(Result result) {
    testsRun++;
    add(result);
  }

  /** Records a problem that is not the verdict on one test. */
  public void add(Result result) {
    count(result.verdict(), 1);
    results.add(result);
  }

  /** Records tests that were skipped. */
  void skipped(Result result, int tests) {
    count(Verdict.SKIPPED, tests);
    results.add(result);
  }

  /** Records tests that did not run because something failed before. */
  void notRun(int tests) {
    notRun += tests;
  }

  /** Adds virtual time that a test took. */
  void passed(Duration time) {
    virtual = virtual.plus(time);
  }

  /** Records a warning, each text once. */
  public void warn(String text) {
    if (!warnings.contains(text)) {
      warnings.add(text);
    }
  }

  /** Records that an engine, or this program, could not do its work. */
  public void broken() {
    broken = true;
  }

  List<Result> withVerdict(Verdict verdict) {
    return results.stream().filter(result -> result.verdict() == verdict).toList();
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }

  int count(Verdict verdict) {
    return counts.getOrDefault(verdict, 0);
  }

  int testsRun() {
    return testsRun;
  }

  int notRun() {
    return notRun;
  }

  Duration virtual() {
    return virtual;
  }

  boolean hasFailures() {
    return counts.keySet().stream().anyMatch(Verdict::isFailure);
  }

  /** Returns the code for all that was recorded. */
  public ExitCode exitCode() {
    if (broken) {
      return ExitCode.BROKEN;
    }
    if (hasFailures()) {
      return ExitCode.FAILED;
    }
    return isVoid() ? ExitCode.NO_TESTS : ExitCode.PASSED;
  }

  /** Returns whether no test was tried: a run in which all tests are skipped has shown nothing. */
  private boolean isVoid() {
    return count(Verdict.OK) + count(Verdict.EXPECTED_FAILURE) == 0;
  }

  private void count(Verdict verdict, int tests) {
    counts.merge(verdict, tests, Integer::sum);
  }
}
