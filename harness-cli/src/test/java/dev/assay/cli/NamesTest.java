// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.report.ExitCode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NamesTest {
  private static final String BASE =
      """
      package com.acme;
      abstract class Base { @org.junit.jupiter.api.Test void inherited() {} }
      """;

  private static final String ONE =
      """
      package com.acme;
      import org.junit.jupiter.api.*;
      class OneTest extends Base {
        @Test void first() {}
        @Test void second(TestInfo info) {}
        @Test void second(TestReporter reporter) {}
        void helper() {}
        @Nested class Inner { @Test void deep() {} }
        static class Forgotten { @Test void lost() {} }
      }
      """;

  private static final String TWO =
      """
      package com.acme.more;
      class TwoTest { @org.junit.jupiter.api.Test void only() {} }
      """;

  private static final String TWIN =
      """
      package com.acme.twin;
      class TwoTest { @net.jqwik.api.Example void other() {} }
      """;

  @TempDir private Path folder;
  private Project project;

  @BeforeEach
  void compile() {
    project = Project.of(folder, BASE, ONE, TWO, TWIN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          com.acme.more | com.acme.more.TwoTest#only
          com.acme.more.TwoTest | com.acme.more.TwoTest#only
          more.TwoTest | com.acme.more.TwoTest#only
          OneTest#first | com.acme.OneTest#first
          OneTest#inherited | com.acme.OneTest#inherited
          OneTest#second(TestInfo) | com.acme.OneTest#second
          com.acme.OneTest$Inner | com.acme.OneTest$Inner#deep
          OneTest.Inner | com.acme.OneTest$Inner#deep
          Inner | com.acme.OneTest$Inner#deep
          OneTest.Inner#deep | com.acme.OneTest$Inner#deep
          Forgotten | com.acme.OneTest$Forgotten#lost
          com.acme.twin.TwoTest#other | com.acme.twin.TwoTest#other
          """)
  void name_ofSomething_namesIt(String name, String test) {
    Project.Run run = project.run("--list", name);

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo(test + "\n");
    assertThat(run.code()).isEqualTo(ExitCode.PASSED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          OnTest | nothing is named OnTest; did you mean OneTest?
          com.acne.more | nothing is named com.acne.more; did you mean com.acme.more or
          Something | nothing is named Something
          TwoTest | TwoTest may be com.acme.more.TwoTest or com.acme.twin.TwoTest
          OneTest#frist | com.acme.OneTest has no method frist; did you mean first?
          OneTest#second(int) | com.acme.OneTest has no method second(int)
          OneTest# | com.acme.OneTest has no method
          #first | nothing is named
          *Test | nothing is named *Test: a name is a package, a class or Class#method, not
          com.acme.* | nothing is named com.acme.*: a name is a package, a class or Class#method
          One?est | nothing is named One?est: a name is a package
          OneTest#* | com.acme.OneTest has no method *: a name is a package
          """)
  void name_ofNothing_isAMistakeInUse(String name, String message) {
    Project.Run run = project.run("OneTest", name);

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines().findFirst().orElse("").strip()).startsWith("trial: " + message);
  }

  @ParameterizedTest
  @CsvSource({"Base", "OneTest#helper"})
  void name_withoutATest_isNotMadeUpForByOthers(String name) {
    Project.Run run = project.run("com.acme.more", name);

    assertThat(run.code()).isEqualTo(ExitCode.NO_TESTS);
    assertThat(run.err()).isEqualTo("trial: there is no test in " + name + "\n");
  }

  @Test
  void names_thatOverlap_runOnce() {
    assertThat(project.run("OneTest#first", "OneTest#first", "com.acme.OneTest#first").out())
        .contains("Ran 1 test in");
    assertThat(project.run("com.acme.more", "more.TwoTest", "more.TwoTest#only", "-x").out())
        .contains("Ran 1 test in");
  }

  @Test
  void nestedClass_withTestsThatNobodyRuns_isTold() {
    Project.Run run = project.run("OneTest");

    assertThat(run.out())
        .contains("nested classes have tests that were not selected: com.acme.OneTest$Forgotten")
        .endsWith("PASSED (warnings=1, successes=5)\n");
  }

  @Test
  void noName_runsAllThatLiesInFolders() {
    assertThat(project.run().out()).contains("Ran 7 tests in");
  }

  @Test
  void scan_narrowsTheSearch() throws IOException {
    Path other = Files.createDirectories(folder.resolve("other"));

    assertThat(project.run("--scan", other.toString(), "OneTest").code()).isEqualTo(ExitCode.USAGE);
    assertThat(project.run("--scan", project.classes().toString(), "OneTest#first").code())
        .isEqualTo(ExitCode.PASSED);
  }

  @Test
  void classThatCannotBeLoaded_breaksTheRun() throws IOException {
    Files.delete(project.classes().resolve("com/acme/Base.class"));

    Project.Run run = project.run();

    assertThat(run.code()).isEqualTo(ExitCode.BROKEN);
    assertThat(run.out())
        .contains("[ERROR]\njava.lang.NoClassDefFoundError: com/acme/Base")
        .endsWith("FAILED (errors=1, successes=2)\n");
    assertThat(project.run("--list").code()).isEqualTo(ExitCode.BROKEN);
    assertThat(project.run("OneTest").code()).isEqualTo(ExitCode.BROKEN);
  }

  @Test
  void classPath_withAnEntryThatIsNotThere_isTold() {
    String missing = folder.resolve("missing.jar").toString();

    Project.Run run =
        project
            .withClassPath(project.classes() + File.pathSeparator + missing)
            .run("com.acme.more");

    assertThat(run.out())
        .contains("[WARNING]\nthe class path has an entry that does not exist: " + missing);
  }
}
