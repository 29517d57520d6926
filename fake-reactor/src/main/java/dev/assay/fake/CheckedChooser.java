// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

/** A chooser that is not believed: it must take one of the options. */
record CheckedChooser(Chooser chooser) implements Chooser {
  @Override
  public int choose(Choice what, int options) {
    int chosen = chooser.choose(what, options);
    if (chosen < 0 || chosen >= options) {
      throw new IllegalArgumentException(
          "choice of " + what + " must be from 0 to " + (options - 1) + ": " + chosen);
    }
    return chosen;
  }
}
