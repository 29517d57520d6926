// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

/** The exit codes of the command. */
enum ExitCode {
  PASSED(0),
  FAILED(1),
  NO_TESTS(2),
  BROKEN(3),
  USAGE(4);

  private final int value;

  ExitCode(int value) {
    this.value = value;
  }

  int value() {
    return value;
  }
}
