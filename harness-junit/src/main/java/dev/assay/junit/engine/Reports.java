// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import dev.assay.pending.Steppable;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.TrialOutcome.Failed;
import dev.assay.trial.TrialOutcome.Passed;
import dev.assay.trial.TrialRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.engine.reporting.ReportEntry;

/**
 * What JUnit is told of a trial beside its verdict: how much virtual time has passed, what was
 * overlooked, and, if it has failed, a file with all that has happened.
 */
record Reports(ExecutionRequest request) {
  void publish(TestDescriptor node, TrialRun run, TrialOutcome outcome) {
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
    if (!entries.isEmpty()) {
      listener().reportingEntryPublished(node, ReportEntry.from(entries));
    }
    if (outcome instanceof Failed) {
      attach(node, run.ledger().steppables());
    }
  }

  private EngineExecutionListener listener() {
    return request.getEngineExecutionListener();
  }

  /** Attaches what has happened in each timeline, an event a line. */
  private void attach(TestDescriptor node, List<Steppable> timelines) {
    try {
      for (int i = 0; i < timelines.size(); i++) {
        String text = timelines.get(i).timeline();
        if (!text.isEmpty()) {
          Path file =
              request
                  .getOutputDirectoryCreator()
                  .createOutputDirectory(node)
                  .resolve("timeline%s.jsonl".formatted(i == 0 ? "" : "-" + (i + 1)));
          Files.writeString(file, text);
          listener().fileEntryPublished(node, FileEntry.from(file, "application/jsonl"));
        }
      }
    } catch (IOException | RuntimeException | LinkageError e) {
      // There is no directory, or a lost thread still writes: the verdict counts.
    }
  }
}
