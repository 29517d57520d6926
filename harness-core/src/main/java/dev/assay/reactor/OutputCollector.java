// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor;

import dev.assay.deferred.Deferred;
import dev.assay.process.Command;
import dev.assay.process.ExitStatus;
import dev.assay.process.ProcessOutput;
import dev.assay.process.ProcessProtocol;
import dev.assay.process.ProcessTransport;
import dev.assay.process.StartFailedException;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** A protocol that collects all that a process writes, for a Deferred. */
final class OutputCollector extends ProcessProtocol {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Deferred<ProcessOutput> result = new Deferred<>(cancelled -> kill());
  private @Nullable ProcessTransport process;

  /** Starts the process, and returns its result. */
  Deferred<ProcessOutput> run(ReactorProcesses reactor, Command command, byte[] input) {
    try {
      ProcessTransport started = reactor.startProcess(command, this);
      process = started;
      started.write(input);
      started.closeInput();
    } catch (StartFailedException reason) {
      result.errback(reason);
    }
    return result;
  }

  private void kill() {
    if (process != null) {
      process.kill();
    }
  }

  @Override
  public void outReceived(byte[] data) {
    out.writeBytes(data);
  }

  @Override
  public void errReceived(byte[] data) {
    err.writeBytes(data);
  }

  @Override
  protected void processEnded(ExitStatus status) {
    if (!result.isFired()) {
      result.callback(new ProcessOutput(out.toByteArray(), err.toByteArray(), status));
    }
  }
}
