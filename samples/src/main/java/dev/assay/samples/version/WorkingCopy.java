// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.version;

import dev.assay.deferred.Deferred;
import dev.assay.process.Command;
import dev.assay.process.ProcessOutput;
import dev.assay.reactor.ReactorProcesses;
import dev.assay.time.ReactorTime;
import java.io.IOException;
import java.time.Duration;

/** A working copy of sources, and the name of its version. */
final class WorkingCopy {
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ReactorProcesses processes;
  private final ReactorTime time;

  WorkingCopy(ReactorProcesses processes, ReactorTime time) {
    this.processes = processes;
    this.time = time;
  }

  /** Returns the name of the version; fails if git does not answer in time, or cannot tell. */
  Deferred<String> name() {
    return processes
        .runProcess(Command.of("git", "describe"))
        .addCallback(WorkingCopy::nameFrom)
        .addTimeout(PATIENCE, time);
  }

  private static String nameFrom(ProcessOutput git) throws IOException {
    if (!git.status().isSuccess()) {
      throw new IOException("git describe: " + git.errText().strip() + ", " + git.status());
    }
    return git.outText().strip();
  }
}
