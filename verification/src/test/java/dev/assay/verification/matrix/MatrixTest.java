// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MatrixTest {
  private static final String PASSED = "<testcase classname='example.ATest' name='passes'/>";
  private static final String EXPECTED =
      """
      exit 0
      tests 1, failures 0, errors 0, skipped 0
      example.ATest passes | passed
      """;

  private final ByteArrayOutputStream output = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @BeforeEach
  void folders() throws IOException {
    Files.createDirectories(folder.resolve("results"));
    write("expected/tool.txt", EXPECTED);
  }

  @Test
  void cell_reportsWhatIsExpected_passes() throws IOException {
    cell("tool", 0, suite(1, 0, 0, 0, PASSED));

    assertThat(run()).isZero();
    assertThat(output()).isEqualTo("ok     tool\nmatrix: 1 passed, 0 failed\n");
  }

  @Test
  void cell_lostTest_fails() throws IOException {
    cell("tool", 0, suite(0, 0, 0, 0, ""));

    assertThat(run()).isEqualTo(1);
    assertThat(output())
        .contains("FAILED tool\n")
        .contains("  expected: example.ATest passes | passed\n")
        .contains("  reported: tests 0, failures 0, errors 0, skipped 0\n")
        .contains("matrix: 0 passed, 1 failed\n");
  }

  @Test
  void cell_testListedTwice_fails() throws IOException {
    cell("tool", 0, suite(1, 0, 0, 0, PASSED + PASSED));

    assertThat(run()).isEqualTo(1);
    assertThat(output()).contains("  reported: example.ATest passes | passed\n");
  }

  @Test
  void cell_countsMoreThanItLists_fails() throws IOException {
    cell("tool", 0, suite(2, 0, 0, 0, PASSED));

    assertThat(run()).isEqualTo(1);
  }

  @Test
  void cell_totalsInTheLog_areCompared() throws IOException {
    cell("tool", 0, suite(1, 0, 0, 0, PASSED));
    write(
        "results/tool/log",
        """
        [INFO] Tests run: 7, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 0.1 s -- in a.B
        [INFO] Tests run: 8, Failures: 0, Errors: 0, Skipped: 0
        """);

    assertThat(run()).isEqualTo(1);
    assertThat(output())
        .contains("  reported: Tests run: 8, Failures: 0, Errors: 0, Skipped: 0\n")
        .doesNotContain("Tests run: 7");
  }

  @Test
  void cell_otherExitCode_fails() throws IOException {
    cell("tool", 1, suite(1, 0, 0, 0, PASSED));

    assertThat(run()).isEqualTo(1);
    assertThat(output()).contains("  expected: exit 0\n").contains("  reported: exit 1\n");
  }

  @Test
  void cell_nothingReported_fails() throws IOException {
    write("results/tool/exit", "0\n");
    write("results/tool/log", "");

    assertThat(run()).isEqualTo(1);
  }

  @Test
  void cell_nothingExpected_fails() throws IOException {
    cell("other", 0, suite(1, 0, 0, 0, PASSED));

    assertThat(run()).isEqualTo(1);
    assertThat(output()).contains("FAILED other\n");
  }

  @Test
  void cell_namedForAVersionThatRan_passes() throws IOException {
    cell(
        "tool/plugin-1.2.3-junit-5.6.7",
        0,
        suite(1, 0, 0, 0, PASSED + "<p v='/junit-5.6.7.jar'/>"));
    write("results/tool/plugin-1.2.3-junit-5.6.7/log", "--- plugin:1.2.3:test ---");

    assertThat(run()).isZero();
  }

  @Test
  void cell_namedForAVersionThatDidNotRun_fails() throws IOException {
    cell("tool/1.2.3", 0, suite(1, 0, 0, 0, PASSED));
    write("results/tool/1.2.3/log", "--- plugin:1.2.4:test --- in /tool/1.2.3/");

    assertThat(run()).isEqualTo(1);
    assertThat(output()).contains("  reported: nothing of version 1.2.3 ran\n");
  }

  @Test
  void run_nothingRan_saysSo() {
    assertThat(run()).isEqualTo(2);
  }

  @Test
  void run_reportThatIsNoXml_saysSo() throws IOException {
    cell("tool", 0, "<testsuite");

    assertThat(run()).isEqualTo(2);
    assertThat(output()).contains("TEST-a.xml is not XML: ");
  }

  @Test
  void run_otherArguments_printsUsage() {
    PrintStream stream = new PrintStream(output, true, StandardCharsets.UTF_8);

    assertThat(Matrix.run(List.of(), stream, stream)).isEqualTo(2);
    assertThat(output()).isEqualTo("usage: Matrix RESULTS EXPECTED\n");
  }

  private int run() {
    PrintStream stream = new PrintStream(output, true, StandardCharsets.UTF_8);
    List<String> folders =
        List.of(folder.resolve("results").toString(), folder.resolve("expected").toString());
    return Matrix.run(folders, stream, stream);
  }

  private String output() {
    return output.toString(StandardCharsets.UTF_8);
  }

  private void cell(String name, int exit, String report) throws IOException {
    write("results/" + name + "/exit", exit + "\n");
    write("results/" + name + "/log", "");
    write("results/" + name + "/reports/TEST-a.xml", report);
  }

  private static String suite(int tests, int failures, int errors, int skipped, String body) {
    return "<testsuite tests='%d' failures='%d' errors='%d' skipped='%d'>%s</testsuite>"
        .formatted(tests, failures, errors, skipped, body);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }
}
