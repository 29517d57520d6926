// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli.report;

import java.io.PrintStream;
import java.util.List;

/**
 * The tree of tests in the output, with a line for each test that has ended.
 *
 * @since 0.1
 */
public final class Tree {
  private static final int WIDTH = 79;

  private final PrintStream out;
  private final Palette palette;
  private List<String> open = List.of();

  /** Makes a tree that is printed to a stream. */
  public Tree(PrintStream out, Palette palette) {
    this.out = out;
    this.palette = palette;
  }

  /**
   * Prints the outcome of a test or container.
   *
   * @param path the headings above it, from the package on
   */
  void line(List<String> path, String label, Verdict verdict) {
    headings(path);
    String left = "  ".repeat(path.size()) + label;
    int gap = WIDTH - verdict.tag().length() - left.codePointCount(0, left.length());
    out.println(left + " ".repeat(Math.max(1, gap)) + palette.paint(verdict.tag(), verdict.ink()));
  }

  /** Prints the headings that are not above this line already. */
  private void headings(List<String> path) {
    int same = 0;
    while (same < Math.min(path.size(), open.size()) && path.get(same).equals(open.get(same))) {
      same++;
    }
    for (int depth = same; depth < path.size(); depth++) {
      out.println("  ".repeat(depth) + path.get(depth));
    }
    open = List.copyOf(path);
  }
}
