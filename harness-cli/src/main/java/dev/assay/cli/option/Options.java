// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli.option;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * The options of the command.
 *
 * @param shuffle whether the order is random
 * @param seed the seed of that order, if it was given
 * @param scan where to look for tests; if empty, in every folder of the class path
 * @param names what to run; if empty, everything that is found
 * @since 0.1
 */
public record Options(
    Action action,
    boolean exitFirst,
    boolean untilFailure,
    boolean shuffle,
    OptionalLong seed,
    ColorWhen color,
    List<Path> scan,
    List<String> names) {

  /**
   * The action to take.
   *
   * @since 0.1
   */
  public enum Action {
    /** Run the tests. */
    RUN,
    /** Print the names of the tests. */
    LIST,
    /** Print how the command is used. */
    HELP,
    /** Print the versions. */
    VERSION
  }

  /**
   * When to print in colour.
   *
   * @since 0.1
   */
  public enum ColorWhen {
    /** If the environment asks for it. */
    AUTO,
    /** In any case. */
    ALWAYS,
    /** In no case. */
    NEVER
  }

  /** Returns whether every class is run separately, so that it can be left out or moved. */
  public boolean eachClassAlone() {
    return exitFirst || shuffle;
  }
}
