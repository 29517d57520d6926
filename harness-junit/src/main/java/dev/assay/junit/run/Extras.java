// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.run;

import dev.assay.pending.Steppable;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.TrialOutcome.Failed;
import dev.assay.trial.TrialOutcome.Passed;
import dev.assay.trial.TrialRun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is reported of a run beside its verdict.
 *
 * @since 0.1
 */
public final class Extras {
  private Extras() {}

  /**
   * Returns the report entries, by their keys: how much virtual time has passed, and what was
   * overlooked.
   */
  public static Map<String, String> entries(TrialRun run, TrialOutcome outcome) {
    Map<String, String> entries = new LinkedHashMap<>();
    if (!run.elapsed().isZero()) {
      entries.put("trial.virtual", run.elapsed().toString());
    }
    if (outcome instanceof Passed passed && !passed.overlooked().isEmpty()) {
      entries.put(
          "trial.overlooked",
          passed.overlooked().stream()
              .map(Throwable::getMessage)
              .collect(Collectors.joining("\n")));
    }
    return entries;
  }

  /**
   * Returns the files, by their names: if the run has failed, all that has happened on each of its
   * timelines, an event a line.
   *
   * @throws RuntimeException if a thread that was given up still writes there
   */
  public static Map<String, String> files(TrialRun run, TrialOutcome outcome) {
    Map<String, String> files = new LinkedHashMap<>();
    if (outcome instanceof Failed) {
      List<Steppable> timelines = run.ledger().steppables();
      for (int i = 0; i < timelines.size(); i++) {
        String text = timelines.get(i).timeline();
        if (!text.isEmpty()) {
          files.put("timeline%s.jsonl".formatted(i == 0 ? "" : "-" + (i + 1)), text);
        }
      }
    }
    return files;
  }
}
