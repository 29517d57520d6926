// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own: what only a process shows. */
final class MainTest {
  @TempDir private Path folder;

  @Test
  void main_passingTestThatSpeaksAndLeavesAThread_endsWithZero() throws Exception {
    Ended ended =
        start(
            "System.out.print(\"spoken\");"
                + " new Thread(() -> { while (true) { Thread.onSpinWait(); } }).start();");

    assertThat(ended.output()).startsWith("spokencom.acme\n  SomeTest\n    test() (");
    assertThat(ended.output()).endsWith("\n\nPASSED (successes=1)\n");
    assertThat(ended.code()).isZero();
  }

  @Test
  void main_testThatExits_isBroken() throws Exception {
    Ended ended = start("System.exit(0);");

    assertThat(ended.output())
        .contains("the run was aborted: System.exit was called at com.acme.SomeTest.test(")
        .contains("\n\ncom.acme.SomeTest#test\n")
        .endsWith("\n\nFAILED (errors=1, notRun=1)\n");
    assertThat(ended.code()).isEqualTo(3);
  }

  @Test
  void main_trialThatExits_failsAndTheOthersAreRun() throws Exception {
    Ended ended =
        start(
            "} @dev.assay.junit.Trial void exits() { System.exit(0); }"
                + " @dev.assay.junit.Trial void passes() {");

    assertThat(ended.output())
        .contains("A-EXIT: System.exit was called")
        .endsWith("\n\nFAILED (failures=1, successes=2)\n");
    assertThat(ended.code()).isEqualTo(1);
  }

  @Test
  void main_classThatExitsAsItIsLoaded_isBroken() throws Exception {
    Ended ended = start("} static { if (true) System.exit(0);");

    assertThat(ended.output()).contains("System.exit was called at com.acme.SomeTest.<clinit>(");
    assertThat(ended.code()).isEqualTo(3);
  }

  @Test
  void main_otherThreadThatExits_isBroken() throws Exception {
    Ended ended =
        start(
            "Thread t = new Thread(() -> Runtime.getRuntime().exit(0)); t.start();"
                + " while (true) { Thread.onSpinWait(); }");

    assertThat(ended.output()).contains("System.exit was called at com.acme.SomeTest.lambda$");
    assertThat(ended.code()).isEqualTo(3);
  }

  @Test
  void main_warningOfAnEngine_isPrintedOnce() throws Exception {
    Ended ended = start("} @org.junit.jupiter.api.Test int lost() { return 1;");

    assertThat(ended.output()).containsOnlyOnce("must not return a value");
    assertThat(ended.code()).isZero();
  }

  @Test
  void main_dryRun_isNoPass() throws Exception {
    Ended ended = start("", "-Djunit.platform.execution.dryRun.enabled=true");

    assertThat(ended.output()).endsWith("\nFAILED (no tests, skips=1)\n");
    assertThat(ended.code()).isEqualTo(2);
  }

  @Test
  void main_testsInParallelThatAreForgottenOnceTheyHaveRun_losesNoVerdict() throws Exception {
    String many =
        "} @org.junit.jupiter.params.ParameterizedTest"
            + " @org.junit.jupiter.params.provider.MethodSource void many(int number) {"
            + " if (number == 20) throw new AssertionError(\"planted\"); }"
            + " static java.util.stream.IntStream many() {"
            + " return java.util.stream.IntStream.range(0, 40);";
    Ended ended =
        start(
            many,
            "-Djunit.platform.execution.memory.cleanup.enabled=true",
            "-Djunit.jupiter.execution.parallel.enabled=true",
            "-Djunit.jupiter.execution.parallel.mode.default=concurrent");

    assertThat(ended.output()).endsWith("\nFAILED (failures=1, successes=40)\n");
    assertThat(ended.code()).isEqualTo(1);
  }

  private record Ended(int code, String output) {}

  /** Runs a class with one test of that body, in a new JVM, and waits for its end. */
  private Ended start(String body, String... settings) throws IOException, InterruptedException {
    Project project =
        Project.of(
            folder,
            "package com.acme; class SomeTest { @org.junit.jupiter.api.Test void test() { %s } }"
                .formatted(body));
    String classPath =
        project.classes() + File.pathSeparator + System.getProperty("java.class.path");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of(settings));
    command.addAll(List.of("-cp", classPath, "-Djqwik.database=" + folder.resolve("jqwik")));
    command.addAll(List.of("dev.assay.cli.Main", "--scan", project.classes().toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Ended(process.waitFor(), output.replace(System.lineSeparator(), "\n"));
  }
}
