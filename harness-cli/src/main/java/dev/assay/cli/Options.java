// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

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
 */
record Options(
    Action action,
    boolean exitFirst,
    boolean untilFailure,
    boolean shuffle,
    OptionalLong seed,
    ColorWhen color,
    List<Path> scan,
    List<String> names) {

  /** The action to take. */
  enum Action {
    RUN,
    LIST,
    HELP,
    VERSION
  }

  /** When to print in colour. */
  enum ColorWhen {
    AUTO,
    ALWAYS,
    NEVER
  }

  /** Returns whether every class is run separately, so that it can be left out or moved. */
  boolean eachClassAlone() {
    return exitFirst || shuffle;
  }
}
