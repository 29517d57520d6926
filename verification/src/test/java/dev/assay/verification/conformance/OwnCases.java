// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The cases that the project keeps. */
final class OwnCases {
  /** Their folder, seen from the module that Maven runs the tests in. */
  static final Path FOLDER = Path.of("cases");

  private OwnCases() {}

  /** Returns the kinds that something plays. */
  static Stream<String> kinds() {
    return Interpreters.byKind().keySet().stream();
  }

  /** Returns the lines of a kind's file. */
  static List<String> lines(String kind) {
    try {
      return Files.readAllLines(FOLDER.resolve(kind + ".jsonl"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns every tenth line of a kind's file, or every third where there are few. */
  static Stream<String> sample(String kind) {
    List<String> lines = lines(kind);
    int step = lines.size() < 200 ? 3 : 10;
    return IntStream.range(0, lines.size()).filter(i -> i % step == 0).mapToObj(lines::get);
  }
}
