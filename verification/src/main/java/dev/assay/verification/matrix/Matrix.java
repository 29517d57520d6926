// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.matrix;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The command that judges what the tools of the matrix reported. */
final class Matrix {
  private final Path results;
  private final Path expected;
  private final PrintStream out;

  private Matrix(Path results, Path expected, PrintStream out) {
    this.results = results;
    this.expected = expected;
    this.out = out;
  }

  /** Runs the command and exits. */
  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), System.out, System.err));
  }

  /**
   * Compares each cell below a folder with what is expected of its kind, and says what differs.
   *
   * @return 0 if all are as expected, 1 if any is not, 2 if nothing could be compared
   */
  static int run(List<String> arguments, PrintStream out, PrintStream err) {
    if (arguments.size() != 2) {
      err.println("usage: Matrix RESULTS EXPECTED");
      return 2;
    }
    try {
      return new Matrix(Path.of(arguments.get(0)), Path.of(arguments.get(1)), out).judge();
    } catch (IOException e) {
      err.println("matrix: " + e.getMessage());
      return 2;
    }
  }

  private int judge() throws IOException {
    List<Cell> cells = cells();
    int failed = 0;
    for (Cell cell : cells) {
      failed += judge(cell) ? 0 : 1;
    }
    out.printf("matrix: %d passed, %d failed%n", cells.size() - failed, failed);
    return cells.isEmpty() ? 2 : failed == 0 ? 0 : 1;
  }

  private boolean judge(Cell cell) throws IOException {
    List<String> actual = cell.lines();
    List<String> wanted = expected(cell);
    boolean same = actual.equals(wanted);
    out.println((same ? "ok     " : "FAILED ") + cell.name());
    if (!same) {
      Path file = Files.write(cell.folder().resolve("actual.txt"), actual);
      without(wanted, actual).forEach(line -> out.println("  expected: " + line));
      without(actual, wanted).forEach(line -> out.println("  reported: " + line));
      out.println("  all of it: " + file);
      out.println("  its log:   " + file.resolveSibling("log"));
    }
    return same;
  }

  private List<String> expected(Cell cell) throws IOException {
    Path file = expected.resolve(cell.kind() + ".txt");
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  private List<Cell> cells() throws IOException {
    try (Stream<Path> files = Files.walk(results)) {
      return files
          .filter(file -> file.endsWith("exit"))
          .map(file -> file.resolveSibling(""))
          .map(folder -> new Cell(results.relativize(folder).toString(), folder))
          .sorted((one, other) -> one.name().compareTo(other.name()))
          .toList();
    }
  }

  /** Returns the lines that are left when each of the others has taken one like it. */
  private static List<String> without(List<String> lines, List<String> others) {
    List<String> left = new ArrayList<>(lines);
    others.forEach(left::remove);
    return left;
  }
}
