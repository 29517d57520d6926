// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A file with a case on each line. */
final class CaseFile {
  private final Path path;

  CaseFile(Path path) {
    this.path = path;
  }

  /** Plays all cases; a file without one counts as a failed case. */
  Stream<Verdict> judge() {
    try {
      List<Case> cases = cases(new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
      return cases.isEmpty() ? Stream.of(broken("holds no case")) : cases.stream().map(Case::judge);
    } catch (IOException e) {
      return Stream.of(broken("cannot be read: " + e));
    }
  }

  private List<Case> cases(String text) {
    List<Case> cases = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (!line.isBlank()) {
        cases.add(new Case(name() + ":" + number, Case.prefix(name()), line));
      }
    }
    return cases;
  }

  private Verdict broken(String how) {
    return new Verdict.Failed(Case.prefix(name()), name() + " " + how);
  }

  private String name() {
    return path.getFileName().toString();
  }
}
