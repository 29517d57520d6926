// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.option.Help;
import dev.assay.cli.report.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command says to its caller, from 0 to 4; broken engines have a test of their own. */
final class ExitCodeTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          @Test void test() {}                                          | PASSED
          @Test void test() { throw new TestAbortedException("todo: x"); } | PASSED
          @Test void test() { throw new AssertionError(); }             | FAILED
          @Test void test() { throw new Error(); }                      | FAILED
          @BeforeAll static void all() { throw new Error(); } @Test void test() {} | FAILED
          @AfterAll static void all() { throw new Error(); } @Test void test() {} | FAILED
          @AfterEach void each() { throw new Error(); } @Test void test() {} | FAILED
          static { if (true) throw new Error(); } @Test void test() {}  | FAILED
          @Test void test(String unknown) {}                            | FAILED
          @Test void test() { throw new TestAbortedException("x"); }    | NO_TESTS
          @Test @Disabled void test() {}                                | NO_TESTS
          @TestFactory List<DynamicTest> tests() { return List.of(); }  | NO_TESTS
          void test() {}                                                | NO_TESTS
          """)
  void run_ofAClass_tells(String body, ExitCode code) {
    Project.Run run = Project.of(folder, junit(body)).run();

    assertThat(run.code()).isEqualTo(code);
    assertThat(run.out()).contains(code == ExitCode.PASSED ? "\nPASSED (" : "\nFAILED (");
  }

  @Test
  void lastLine_withoutTests_saysSo() {
    assertThat(Project.of(folder, junit("@Test @Disabled void test() {}")).run().out())
        .endsWith("Ran 0 tests in 0.001s\n\nFAILED (no tests, skips=1)\n");
  }

  @Test
  void emptyFolder_isNoPass() {
    assertThat(Project.of(folder).run().code()).isEqualTo(ExitCode.NO_TESTS);
    assertThat(Project.of(folder).run("-x", "-z1").code()).isEqualTo(ExitCode.NO_TESTS);
  }

  @Test
  void list_warningOfAnEngine_isTold() {
    Project.Run run =
        Project.of(folder, junit("@Test void good() {} @Test int bad() { return 1; }"))
            .run("--list");

    assertThat(run.out()).isEqualTo("com.acme.SomeTest#good\n");
    assertThat(run.err()).contains("must not return a value");
  }

  @Test
  void emptyTag_isTold() {
    Project.Run run = Project.of(folder, junit("@Test @Tag(\"\") void test() {}")).run();

    assertThat(run.out()).contains("Invalid tag syntax").contains("warnings=1");
  }

  @Test
  void testThatReturnsAValue_isNotLostInSilence() {
    Project.Run run =
        Project.of(folder, junit("@Test void good() {} @Test int bad() { return 1; }")).run();

    assertThat(run.out()).contains("must not return a value").contains("warnings=1, successes=1");
  }

  @Test
  void list_withoutTests_saysSo() {
    Project project = Project.of(folder, junit("void test() {}"));

    assertThat(project.run("--list")).isEqualTo(new Project.Run(ExitCode.NO_TESTS, "", ""));
  }

  @Test
  void usage_isExplainedOnTheErrorStream() {
    assertThat(Project.of(folder).run("--lsit"))
        .isEqualTo(
            new Project.Run(
                ExitCode.USAGE,
                "",
                """
                trial: there is no option --lsit; did you mean --list?
                trial: see --help for the usage
                """));
  }

  @Test
  void help_namesEveryOption() {
    Project.Run run = Project.of(folder).run("--help");

    assertThat(run.code()).isEqualTo(ExitCode.PASSED);
    assertThat(run.out())
        .isEqualTo(Help.TEXT)
        .contains("-x, --exit-first", "-u, --until-failure", "-z, --random", "-zSEED")
        .contains("--list", "--color", "--scan", "--help", "--version");
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void version_namesItself() {
    assertThat(Project.of(folder).run("--version").out())
        .startsWith("trial (development)")
        .contains("JUnit Platform 6.", "Java " + Runtime.version().feature());
  }

  @ParameterizedTest
  @CsvSource({"PASSED, 0", "FAILED, 1", "NO_TESTS, 2", "BROKEN, 3", "USAGE, 4"})
  void value_ofACode_isTheDocumentedOne(ExitCode code, int value) {
    assertThat(code.value()).isEqualTo(value);
    assertThat(Help.TEXT).contains(value + " ");
  }

  private static String junit(String body) {
    return """
        package com.acme;
        import java.util.List;
        import org.junit.jupiter.api.*;
        import org.opentest4j.TestAbortedException;
        class SomeTest { %s }
        """
        .formatted(body);
  }
}
