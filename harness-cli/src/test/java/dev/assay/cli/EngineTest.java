// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.PlantedEngine.Execution;
import dev.assay.cli.report.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;

/** Whether a run is still told from a good one when an engine, or the command, goes wrong. */
final class EngineTest {
  private static final String GOOD =
      """
      package com.acme;
      class GoodTest { @org.junit.jupiter.api.Test void passes() {} }
      """;

  @TempDir private Path folder;

  @Test
  void engine_allWell_passes() {
    Project.Run run = with(PlantedEngine.running(EngineTest::runAll));

    assertThat(run.code()).isEqualTo(ExitCode.PASSED);
    assertThat(run.out()).endsWith("PASSED (successes=3)\n");
  }

  @Test
  void engine_throwsWhileItLooks_isBrokenAndTheOthersRun() {
    Project.Run run = with(new PlantedEngine(EngineTest::crash, EngineTest::runAll));

    assertThat(run.code()).isEqualTo(ExitCode.BROKEN);
    assertThat(run.out())
        .contains("TestEngine with ID 'planted' failed to discover tests")
        .contains("Caused by: java.lang.IllegalStateException: crash")
        .contains("\nplanted" + " ".repeat(65) + "[ERROR]\n")
        .endsWith("FAILED (errors=1, successes=1)\n");
  }

  @Test
  void list_engineThrowsWhileItLooks_isBroken() {
    Project.Run run =
        Project.of(folder, GOOD)
            .with(new PlantedEngine(EngineTest::crash, EngineTest::runAll))
            .run("--list");

    assertThat(run.code()).isEqualTo(ExitCode.BROKEN);
    assertThat(run.out()).isEqualTo("com.acme.GoodTest#passes\n");
    assertThat(run.err()).contains("TestEngine with ID 'planted' failed to discover tests");
  }

  @Test
  void engine_throwsWhileItRuns_isBroken() {
    Project.Run run =
        with(
            PlantedEngine.running(
                execution -> {
                  execution.start(execution.root(), execution.test(1));
                  throw new IllegalStateException("crash");
                }));

    assertThat(run.code()).isEqualTo(ExitCode.BROKEN);
    assertThat(run.out())
        .contains("TestEngine with ID 'planted' failed to execute tests")
        .endsWith("FAILED (errors=1, notRun=2, successes=1)\n");
  }

  @Test
  void engine_throwsWhatThePlatformDoesNotCatch_isBrokenAndResultsAreKept() {
    Project.Run run =
        with(
            PlantedEngine.running(
                execution -> {
                  execution.start(execution.root());
                  throw new OutOfMemoryError("planted");
                }));

    assertThat(run.code()).isEqualTo(ExitCode.BROKEN);
    assertThat(run.out())
        .contains("[ERROR]\njava.lang.OutOfMemoryError: planted")
        .contains("FAILED (errors=1, notRun=2");
  }

  @Test
  void engine_errorWhileItLooks_isBroken() {
    Project.Run run =
        with(new PlantedEngine(request -> remark(request, "ERROR"), EngineTest::runAll));

    assertThat(run.code()).isEqualTo(ExitCode.BROKEN);
    assertThat(run.out()).contains("(1) [ERROR] planted remark").contains("errors=1");
  }

  @Test
  void engine_warningWhileItLooks_isTold() {
    Project.Run run =
        with(new PlantedEngine(request -> remark(request, "WARNING"), EngineTest::runAll));

    assertThat(run.code()).isEqualTo(ExitCode.PASSED);
    assertThat(run.out())
        .contains("[WARNING]\nplanted remark\n")
        .endsWith("PASSED (warnings=1, successes=3)\n");
  }

  @Test
  void engine_saysNothing_isBroken() {
    Project.Run run =
        with(
            PlantedEngine.running(
                execution -> {
                  execution.start(execution.root(), execution.test(1));
                  execution.succeed(execution.root());
                }));

    assertThat(run.code()).isEqualTo(ExitCode.BROKEN);
    assertThat(run.out())
        .contains("its engine has discovered this, but has not reported that it has ended\n\none\n")
        .contains("its engine has discovered this, but has not reported that it has begun\n\ntwo\n")
        .endsWith("FAILED (errors=2, successes=1)\n");
  }

  @Test
  void engine_failsWithoutAReason_fails() {
    Project.Run run =
        with(
            PlantedEngine.running(
                execution -> {
                  execution.start(execution.root(), execution.test(1));
                  execution
                      .listener()
                      .executionFinished(execution.test(1), TestExecutionResult.failed(null));
                  execution.start(execution.test(2));
                  execution.succeed(execution.test(2), execution.root());
                }));

    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.out()).contains("[ERROR]\nno reason given\n\none\n");
  }

  @Test
  void run_oneResultCannotBePrinted_isBroken() {
    PrintStream refusing =
        new PrintStream(new ByteArrayOutputStream()) {
          @Override
          public void println(String line) {
            if (line.endsWith("[OK]")) {
              throw new IllegalStateException("no paper");
            }
          }
        };

    Project.Run run = Project.of(folder, GOOD).run(new ByteArrayOutputStream(), refusing);

    assertThat(run.code()).isEqualTo(ExitCode.BROKEN);
    assertThat(run.err()).contains("trial: the run was aborted").contains("no paper");
  }

  private Project.Run with(PlantedEngine engine) {
    return Project.of(folder, GOOD).with(engine).run();
  }

  private static void crash(EngineDiscoveryRequest request) {
    throw new IllegalStateException("crash");
  }

  private static void remark(EngineDiscoveryRequest request, String severity) {
    request
        .getDiscoveryListener()
        .issueEncountered(
            UniqueId.forEngine("planted"),
            DiscoveryIssue.create(DiscoveryIssue.Severity.valueOf(severity), "planted remark"));
  }

  private static void runAll(Execution execution) {
    execution.start(execution.root());
    for (TestDescriptor test : execution.root().getChildren()) {
      execution.start(test);
      execution.succeed(test);
    }
    execution.succeed(execution.root());
  }
}
