// SPDX-License-Identifier: Apache-2.0
package dev.assay.benchmarks.trials;

import java.util.List;

/**
 * A way of running tests of one kind, with the libraries on the class path that it needs.
 *
 * <p>The mixed tests are, in turn, a timer, a line exchange and a timeout; what they do is in
 * {@link Mix}, and the same for Twisted in {@code mix.py}.
 */
enum Contestant {
  TEST("Jupiter's @Test, empty", "org.junit.jupiter.api.Test", List.of("junit-jupiter-engine")),
  IDLE(
      "the same, an idle extension",
      "dev.assay.benchmarks.trials.IdleTest",
      List.of("junit-jupiter-engine")),
  TRIAL("@Trial, empty", "dev.assay.junit.Trial", List.of("assay")),
  TRIAL_TEST(
      "@TrialTest, empty",
      "dev.assay.junit.jupiter.TrialTest",
      List.of("assay", "junit-jupiter-engine")),
  MIX("@Trial, mixed", "dev.assay.junit.Trial", List.of("assay")),
  TWISTED("Twisted's trial, mixed", "", List.of());

  /** What the child processes of all need. */
  private static final List<String> SHARED =
      List.of("junit-platform-", "junit-jupiter-api", "opentest4j", "apiguardian", "jspecify");

  private final String title;
  private final String annotation;
  private final List<String> libraries;

  Contestant(String title, String annotation, List<String> libraries) {
    this.title = title;
    this.annotation = annotation;
    this.libraries = libraries;
  }

  String title() {
    return title;
  }

  /** Returns whether it needs a file of the class path. */
  boolean needs(String file) {
    boolean ours = file.matches("(harness-core|harness-trial|harness-junit|fake-reactor)-.*");
    return ours
        ? libraries.contains("assay")
        : SHARED.stream().anyMatch(file::startsWith)
            || libraries.stream().anyMatch(file::startsWith);
  }

  /** Returns the source of a class of tests. */
  String source(String name, int methods) {
    StringBuilder source = new StringBuilder("package generated;\n\nclass " + name + " {\n");
    for (int i = 0; i < methods; i++) {
      source.append("  @").append(annotation).append(' ').append(method(i)).append('\n');
    }
    return source.append("}\n").toString();
  }

  private String method(int number) {
    if (this != MIX) {
      return "void test" + number + "() {}";
    }
    String text =
        switch (number % 3) {
          case 0 -> "void timer%d(dev.assay.fake.VirtualClock clock) { %s.timer(clock); }";
          case 1 -> "void line%d(dev.assay.fake.protocol.StringTransport peer) { %s.line(peer); }";
          default ->
              "dev.assay.deferred.Deferred<?> timeout%d(dev.assay.fake.VirtualClock clock)"
                  + " { return %s.timeout(clock); }";
        };
    return text.formatted(number, Mix.class.getName());
  }

  /** Returns the source of as many tests for Twisted's trial. */
  static String pythonSource(int classes, int methods) {
    StringBuilder source =
        new StringBuilder(
            "from twisted.trial import unittest\nfrom mix import timer, line, timeout\n");
    for (int i = 0; i < classes; i++) {
      source.append("\n\nclass Mix").append(i).append("(unittest.TestCase):\n");
      for (int j = 0; j < methods; j++) {
        String name = List.of("timer", "line", "timeout").get(j % 3);
        source.append("    def test_%s%d(self): return %s(self)\n".formatted(name, j, name));
      }
    }
    return source.toString();
  }
}
