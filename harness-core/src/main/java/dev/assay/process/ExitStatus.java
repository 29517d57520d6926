// SPDX-License-Identifier: Apache-2.0
package dev.assay.process;

import java.util.OptionalInt;

/**
 * The status with which a child process has ended.
 *
 * @param code the number that the program returned or, if a signal has ended it, 128 and the number
 *     of that signal, as a shell says it
 * @since 0.1
 */
public record ExitStatus(int code) {
  private static final int SIGNALS = 128;
  private static final int LAST_SIGNAL = 64;

  /** The status of a process that was killed. */
  public static final ExitStatus KILLED = ofSignal(9);

  /** The status of a process that was terminated. */
  public static final ExitStatus TERMINATED = ofSignal(15);

  private static ExitStatus ofSignal(int number) {
    return new ExitStatus(SIGNALS + number);
  }

  /** Returns whether the code is 0, by which a program says that it has succeeded. */
  public boolean isSuccess() {
    return code == 0;
  }

  /**
   * Returns the number of the signal that has ended the process, or nothing. A program that returns
   * such a code itself cannot be told apart.
   */
  public OptionalInt signal() {
    int number = code - SIGNALS;
    return number > 0 && number <= LAST_SIGNAL ? OptionalInt.of(number) : OptionalInt.empty();
  }

  /** Returns {@code exit code 3} or {@code exit code 137 (signal 9)}. */
  @Override
  public String toString() {
    OptionalInt signal = signal();
    return "exit code " + code + (signal.isPresent() ? " (signal " + signal.getAsInt() + ")" : "");
  }
}
