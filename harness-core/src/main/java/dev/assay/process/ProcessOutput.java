// SPDX-License-Identifier: Apache-2.0
package dev.assay.process;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * All that a child process has written, and the status with which it has ended.
 *
 * @since 0.1
 */
public final class ProcessOutput {
  private final byte[] out;
  private final byte[] err;
  private final ExitStatus status;

  /** Creates the output of a process that has ended. */
  public ProcessOutput(byte[] out, byte[] err, ExitStatus status) {
    this.out = out.clone();
    this.err = err.clone();
    this.status = status;
  }

  /** Returns the status with which the process has ended. */
  public ExitStatus status() {
    return status;
  }

  /** Returns what it has written to its output. */
  public byte[] out() {
    return out.clone();
  }

  /** Returns what it has written to its error output. */
  public byte[] err() {
    return err.clone();
  }

  /** Returns its output as text in UTF-8. */
  public String outText() {
    return new String(out, UTF_8);
  }

  /** Returns its error output as text in UTF-8. */
  public String errText() {
    return new String(err, UTF_8);
  }

  /** Returns {@code exit code 0, 12 bytes of output, 0 bytes of errors}. */
  @Override
  public String toString() {
    return status + ", " + out.length + " bytes of output, " + err.length + " bytes of errors";
  }
}
