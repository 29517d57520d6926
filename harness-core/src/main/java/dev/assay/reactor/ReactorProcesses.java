// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor;

import dev.assay.deferred.Deferred;
import dev.assay.process.Command;
import dev.assay.process.ProcessOutput;
import dev.assay.process.ProcessProtocol;
import dev.assay.process.ProcessTransport;
import dev.assay.process.StartFailedException;

/**
 * Child processes. Those that still run when the reactor is stopped are killed.
 *
 * @since 0.1
 */
public interface ReactorProcesses {
  /**
   * Starts a child process. Its protocol is called after this returns.
   *
   * @throws StartFailedException if it cannot be started, for example because there is no such
   *     program
   */
  ProcessTransport startProcess(Command command, ProcessProtocol protocol)
      throws StartFailedException;

  /**
   * Runs a command without any input. The Deferred fires with what it has written when it has
   * ended, whatever its status, and fails with {@link StartFailedException} if it cannot be
   * started. Cancelling the Deferred kills the process.
   */
  default Deferred<ProcessOutput> runProcess(Command command) {
    return runProcess(command, new byte[0]);
  }

  /** Runs a command as {@link #runProcess(Command)} does, with all of its input. */
  default Deferred<ProcessOutput> runProcess(Command command, byte[] input) {
    return new OutputCollector().run(this, command, input);
  }
}
