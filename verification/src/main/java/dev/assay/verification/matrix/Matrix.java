// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.matrix;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The command that judges the cells of the matrix after the tools ran. */
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
   * Compares each cell's result with the expected one and says which differ.
   *
   * @return 0 if all are as expected, 1 if any is not, 2 if they could not be compared
   */
  static int run(List<String> arguments, PrintStream out, PrintStream err) {
    if (arguments.size() != 2) {
      err.println("usage: Matrix RESULTS EXPECTED");
      return 2;
    }
    try {
      return new Matrix(Path.of(arguments.get(0)), Path.of(arguments.get(1)), out).judge();
    } catch (IOException e) {
      err.println("matrix: " + e);
      return 2;
    }
  }

  private int judge() throws IOException {
    int failed = 0;
    List<Path> cells = cells();
    for (Path cell : cells) {
      failed += judge(cell) ? 0 : 1;
    }
    out.printf("matrix: %d passed, %d failed%n", cells.size() - failed, failed);
    return cells.isEmpty() ? 2 : failed == 0 ? 0 : 1;
  }

  private boolean judge(Path cell) throws IOException {
    List<String> actual = new ArrayList<>();
    actual.add("exit " + Files.readString(cell.resolve("exit")).strip());
    actual.addAll(ToolReport.read(cell).lines());
    Files.write(cell.resolve("actual.txt"), actual);
    // `surefire/3.2.5` is compared with `surefire.txt`: all of its kind must report the same.
    Path golden = expected.resolve(results.relativize(cell).getName(0) + ".txt");
    List<String> wanted = Files.exists(golden) ? Files.readAllLines(golden) : List.of();
    boolean same = actual.equals(wanted);
    out.println((same ? "ok    " : "FAILED ") + results.relativize(cell));
    if (!same) {
      out.println("  log: " + cell.resolve("log"));
      missing(wanted, actual).forEach(line -> out.println("  - " + line));
      missing(actual, wanted).forEach(line -> out.println("  + " + line));
    }
    return same;
  }

  private List<Path> cells() throws IOException {
    try (Stream<Path> files = Files.walk(results)) {
      return files
          .filter(file -> file.endsWith("exit"))
          .map(file -> file.getParent())
          .sorted()
          .toList();
    }
  }

  /** Returns those lines that are not as often in the others. */
  private static List<String> missing(List<String> lines, List<String> others) {
    List<String> missing = new ArrayList<>(lines);
    others.forEach(missing::remove);
    return missing;
  }
}
