// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import dev.assay.junit.run.RunReport;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.run.TrialRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.engine.reporting.ReportEntry;

/** The publisher of what JUnit is told about a trial in addition to its verdict. */
record ReportPublisher(ExecutionRequest request) {
  /** Publishes all reports, and returns the verdict, which then says where the files are. */
  TrialOutcome publish(TestDescriptor node, TrialRun run, TrialOutcome outcome) {
    Map<String, String> entries = RunReport.entries(run, outcome);
    if (!entries.isEmpty()) {
      listener().reportingEntryPublished(node, ReportEntry.from(entries));
    }
    return RunReport.withFiles(run, outcome, (name, text) -> attach(node, name, text));
  }

  private Path attach(TestDescriptor node, String name, String text) throws IOException {
    Path file = request.getOutputDirectoryCreator().createOutputDirectory(node).resolve(name);
    Files.writeString(file, text);
    listener().fileEntryPublished(node, FileEntry.from(file, "application/jsonl"));
    return file;
  }

  private EngineExecutionListener listener() {
    return request.getEngineExecutionListener();
  }
}
