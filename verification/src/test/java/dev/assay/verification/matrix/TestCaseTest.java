// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TestCaseTest {
  @TempDir private Path folder;

  @Test
  void line_passed_saysSo() throws IOException {
    assertThat(line("")).isEqualTo("example.ATest works | passed");
  }

  @Test
  void line_failure_saysItsFirstLineAndThePlaceInTheUsersCode() throws IOException {
    String text =
        """
        java.lang.AssertionError: no
          because
        \tat org.junit.Assertions.fail(Assertions.java:1)
        \tat app//example.ATest.works(ATest.java:12)
        \tat example.ATest.caller(ATest.java:13)
        """;

    assertThat(line("<failure message='no' type='x'>" + text + "</failure>"))
        .isEqualTo("example.ATest works | failure java.lang.AssertionError: no (ATest.java:12)");
  }

  @Test
  void line_failureWithACode_saysOnlyThat() throws IOException {
    assertThat(line("<failure>a.B: A-BIT-LATE: it came late (after 17 ms)</failure>"))
        .isEqualTo("example.ATest works | failure a.B: A-BIT-LATE");
  }

  @Test
  void line_failureWhoseMessageBeginsOnTheNextLine_saysIt() throws IOException {
    assertThat(line("<failure>a.B: \n\nexpected: 1\n but was: 2</failure>"))
        .isEqualTo("example.ATest works | failure a.B: expected: 1");
  }

  @Test
  void line_skipped_saysTheMessage() throws IOException {
    assertThat(line("<skipped message='not now'/>"))
        .isEqualTo("example.ATest works | skipped not now");
  }

  @Test
  void line_passedWhenRunAgain_saysBoth() throws IOException {
    assertThat(line("<flakyError><stackTrace>Bad: luck</stackTrace></flakyError>"))
        .isEqualTo("example.ATest works | passed | flakyError Bad: luck");
  }

  @Test
  void needlessFrames_ofTheHarnessBelowTheUsers_areComplainedOf() throws IOException {
    String text =
        """
        java.lang.IllegalStateException: no
        \tat dev.assay.deferred.Deferred.callback(Deferred.java:1)
        \tat example.ATest.works(ATest.java:12)
        \tat m@1/dev.assay.trial.run.TrialRun.test(TrialRun.java:2)
        \tSuppressed: dev.assay.Note: it has failed
        \t\tat dev.assay.deferred.Deferred.errback(Deferred.java:3)
        Caused by: java.lang.Error
        \tat example.ATest.works(ATest.java:13)
        \tat java.base/java.lang.Thread.run(Thread.java:1)
        \tat dev.assay.junit.Engine.run(Engine.java:4)
        """;

    assertThat(report("<error>" + text + "</error>").needlessFrames())
        .containsExactly(
            "works has a frame of the harness: at m@1/dev.assay.trial.run.TrialRun.test(TrialRun.java:2)",
            "works has a frame of the harness: at dev.assay.junit.Engine.run(Engine.java:4)");
  }

  private String line(String inside) throws IOException {
    return report(inside).lines().get(1);
  }

  private ToolReport report(String inside) throws IOException {
    Files.writeString(
        folder.resolve("TEST-a.xml"),
        "<testsuite tests='1' failures='0' errors='0' skipped='0'>"
            + "<testcase classname='example.ATest' name='works'>"
            + inside
            + "</testcase></testsuite>");
    return ToolReport.read(folder);
  }
}
