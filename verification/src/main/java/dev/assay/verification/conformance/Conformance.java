// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.conformance;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The command that plays the cases of a folder. */
final class Conformance {
  private static final String ENDING = ".jsonl";

  private Conformance() {}

  /** Runs the command and exits. */
  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), System.out, System.err));
  }

  /**
   * Plays the folder that is named and prints a report.
   *
   * @return 0 if all cases passed, 1 if any failed, 2 if there was nothing to play
   */
  static int run(List<String> arguments, PrintStream out, PrintStream err) {
    if (arguments.size() != 1) {
      err.println("usage: verification/conformance [DIR]");
      return 2;
    }
    try {
      Report report = play(Path.of(arguments.get(0)));
      report.lines().forEach(out::println);
      return report.failed() == 0 ? 0 : 1;
    } catch (IOException e) {
      err.println("conformance: " + e.getMessage());
      return 2;
    }
  }

  /**
   * Plays all cases in the files of a folder.
   *
   * @throws IOException if there are no such files
   */
  static Report play(Path folder) throws IOException {
    Report report = new Report();
    for (Path file : files(folder)) {
      new CaseFile(file).judge().forEach(report::add);
    }
    return report;
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException(folder + " is not a folder");
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found = files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
      if (found.isEmpty()) {
        throw new IOException(folder + " has no file whose name ends in " + ENDING);
      }
      return found;
    }
  }
}
