// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.assertj;

import java.util.List;
import java.util.stream.Collectors;

/** The text of several objects, one per line. */
final class Listing {
  private static final int SHOWN = 10;

  private Listing() {}

  /** Returns {@code 1 event} or {@code 2 events}. */
  static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  /** Returns the first of the objects, each after a line break, and the number of the others. */
  static String of(List<?> things) {
    int more = things.size() - SHOWN;
    return things.stream().limit(SHOWN).map(each -> "\n  " + each).collect(Collectors.joining())
        + (more > 0 ? "\n  and " + more + " more" : "");
  }
}
