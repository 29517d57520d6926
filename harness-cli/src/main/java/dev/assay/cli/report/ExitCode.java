// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli.report;

/**
 * The exit codes of the command.
 *
 * @since 0.1
 */
public enum ExitCode {
  /** Everything has passed. */
  PASSED(0),
  /** A test has failed. */
  FAILED(1),
  /** No test was run. */
  NO_TESTS(2),
  /** An engine, or the run, could not do its work. */
  BROKEN(3),
  /** The arguments are wrong. */
  USAGE(4);

  private final int value;

  ExitCode(int value) {
    this.value = value;
  }

  /** Returns the number that the process ends with. */
  public int value() {
    return value;
  }
}
