// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * What the command was asked for.
 *
 * @param shuffle whether the order is random
 * @param seed the seed of that order, if it was given
 * @param scan where to look for tests; if empty, in every folder of the class path
 * @param names what to run; if empty, all that is found
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

  /** What to do. */
  enum Action {
    RUN,
    LIST,
    HELP,
    VERSION
  }

  /** When to print in colours. */
  enum ColorWhen {
    AUTO,
    ALWAYS,
    NEVER
  }

  /** Whether every class is a run of its own, so that one can be left out or put elsewhere. */
  boolean eachClassAlone() {
    return exitFirst || shuffle;
  }
}
