// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.subject;

import dev.assay.process.Command;

/**
 * A program that the checks of child processes run. A real reactor runs its command; a fake one is
 * scripted to do the same.
 *
 * @since 0.1
 */
public enum ChildProgram {
  /** Copies its input to its output, and exits with 0 at the end of its input. */
  ECHO("exec cat"),
  /** Writes {@code out} to its output and {@code err} to its error output, and exits with 3. */
  SPEAK("printf out; printf err >&2; exit 3"),
  /** Writes the numbers from 1 to 1000, a line for each, and exits with 0. */
  COUNT("i=1; while [ $i -le 1000 ]; do echo $i; i=$((i+1)); done"),
  /** Exits with 0 at once and writes nothing. */
  NOTHING("exit 0"),
  /** Runs for a long time and does nothing. */
  WAIT("exec sleep 1000"),
  /**
   * Starts another process, which holds its outputs as well, writes {@code ready}, and waits for
   * the other for a long time.
   */
  PARENT("sleep 1000 & printf ready; wait"),
  /** Writes {@code ready}, and then {@code no} when it is asked to end, and runs on. */
  STUBBORN("trap 'printf no' TERM; printf ready; while :; do sleep 0.01; done"),
  /** Writes the value of its variable {@code WHO}, and exits with 0. */
  VARIABLE("printf \"$WHO\"");

  private final String line;

  ChildProgram(String line) {
    this.line = line;
  }

  /** Returns the command that does this, for the shell of a POSIX system. */
  public Command command() {
    return Command.of("sh", "-c", line);
  }
}
