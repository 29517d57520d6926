// SPDX-License-Identifier: Apache-2.0
package dev.assay.process;

/**
 * This side's end of a child process.
 *
 * <p>Writing never blocks: written bytes are kept until the process reads them. No method calls the
 * protocol back before it returns, and none has an effect on a process that has ended.
 *
 * @since 0.1
 */
public interface ProcessTransport {
  /**
   * Sends a copy of the bytes to the input of the process. Has no effect once the input was closed
   * here or by the process.
   */
  void write(byte[] data);

  /** Closes the input of the process, once everything written has been sent. */
  void closeInput();

  /** Asks the process to end, which it may refuse: SIGTERM. */
  void terminate();

  /**
   * Ends the process, and those that it has started itself, at once: SIGKILL. If the process has
   * exited, and others that it has left behind still hold its outputs, these end for the protocol.
   */
  void kill();

  /** Returns whether the process has not exited, so far as is known on this thread. */
  boolean isRunning();

  /** Returns the number that the system has given the process. */
  long pid();
}
