// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The verdicts on many cases, by kind. */
final class Report {
  private final Map<String, Tally> tallies = new TreeMap<>();

  void add(Verdict verdict) {
    Tally tally = tallies.computeIfAbsent(verdict.kind(), kind -> new Tally());
    if (verdict instanceof Verdict.Passed) {
      tally.passed++;
    } else if (verdict instanceof Verdict.Failed failed) {
      tally.failures.add(failed.report());
    } else {
      tally.notSupported++;
    }
  }

  int passed() {
    return tallies.values().stream().mapToInt(tally -> tally.passed).sum();
  }

  int failed() {
    return tallies.values().stream().mapToInt(tally -> tally.failures.size()).sum();
  }

  /**
   * Returns a line for each kind, below it the cases that failed, and a last line with the sums.
   */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    tallies.forEach((kind, tally) -> tally.addTo(lines, kind));
    lines.add(passed() + " passed, " + failed() + " failed");
    return lines;
  }

  private static final class Tally {
    private int passed;
    private int notSupported;
    private final List<String> failures = new ArrayList<>();

    private void addTo(List<String> lines, String kind) {
      if (passed + failures.size() > 0) {
        lines.add(kind + " " + passed + " passed, " + failures.size() + " failed");
        failures.forEach(failure -> lines.add("FAILED " + failure));
      }
      if (notSupported > 0) {
        lines.add(kind + " not supported");
      }
    }
  }
}
