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
  void line_failureWithARealTime_leavesItOut() throws IOException {
    assertThat(line("<failure>a.B: no (virtual t=30s, 17 ms real)</failure>"))
        .isEqualTo("example.ATest works | failure a.B: no (virtual t=30s, # ms real)");
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

  private String line(String inside) throws IOException {
    Files.writeString(
        folder.resolve("TEST-a.xml"),
        "<testsuite tests='1' failures='0' errors='0' skipped='0'>"
            + "<testcase classname='example.ATest' name='works'>"
            + inside
            + "</testcase></testsuite>");
    return ToolReport.read(folder).lines().get(1);
  }
}
