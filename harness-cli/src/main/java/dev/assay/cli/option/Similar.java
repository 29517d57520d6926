// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli.option;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The known names that are most similar to a wrong one.
 *
 * @param names the most similar first, three at most
 * @since 0.1
 */
public record Similar(List<String> names) {
  private static final int AT_MOST = 3;

  /** Returns the known names that are most similar to a written one. */
  public static Similar to(String written, Collection<String> known) {
    int far = Math.max(2, written.length() / 3);
    return new Similar(
        known.stream()
            .distinct()
            .filter(name -> distance(written, name) <= far)
            .sorted(
                Comparator.comparingInt((String name) -> distance(written, name))
                    .thenComparing(Comparator.naturalOrder()))
            .limit(AT_MOST)
            .toList());
  }

  /** Returns the end of the message about an unknown name. */
  public String suggestion() {
    return names.isEmpty() ? "" : names.stream().collect(joining(" or ", "; did you mean ", "?"));
  }

  /**
   * Returns the number of letters to insert, remove or replace to get from one name to the other.
   */
  private static int distance(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int j = 0; j < above.length; j++) {
      above[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[above.length];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[to.length()];
  }
}
