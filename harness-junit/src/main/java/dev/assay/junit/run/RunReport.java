// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.run;

import dev.assay.ledger.Steppable;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.TrialOutcome.Failed;
import dev.assay.trial.TrialOutcome.Passed;
import dev.assay.trial.run.TrialRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The reports of a run in addition to its verdict.
 *
 * @since 0.1
 */
public final class RunReport {
  private RunReport() {}

  /**
   * Returns the report entries, by their keys: the virtual time that has passed, and the overlooked
   * problems.
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
   * Writes files if the run has failed: all events on each of its timelines, one per line.
   *
   * @return the verdict, which names the files; if they cannot be written, it is unchanged
   */
  public static TrialOutcome withFiles(TrialRun run, TrialOutcome outcome, Folder folder) {
    if (!(outcome instanceof Failed failed)) {
      return outcome;
    }
    List<String> files = new ArrayList<>();
    try {
      for (Steppable timeline : run.ledger().steppables()) {
        String text = timeline.timeline();
        if (!text.isEmpty()) {
          String number = files.isEmpty() ? "" : "-" + (files.size() + 1);
          files.add(relative(folder.write("timeline" + number + ".jsonl", text)));
        }
      }
    } catch (IOException | RuntimeException | LinkageError e) {
      // There is no directory, or a lost thread still writes on the timeline: the verdict counts.
    }
    return files.isEmpty()
        ? failed
        : failed.noting("the timeline is in " + String.join(" and ", files));
  }

  private static String relative(Path file) {
    Path here = Path.of("").toAbsolutePath();
    Path there = file.toAbsolutePath();
    return (there.startsWith(here) ? here.relativize(there) : there).toString();
  }

  /**
   * A place for the files of a trial.
   *
   * @since 0.1
   */
  @FunctionalInterface
  public interface Folder {
    /** Writes a file and returns its path. */
    Path write(String name, String text) throws IOException;
  }
}
