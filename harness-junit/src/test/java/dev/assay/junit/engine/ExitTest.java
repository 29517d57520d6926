// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.sample.ExitSamples;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Trials that would end the process, in a process of their own. */
final class ExitTest {
  @Test
  void trials_exit_failAndTheOthersAreRun() throws Exception {
    Process process =
        start("ExitSamples$Exits", "ExitSamples$ExitsBeforeAll", "ExitSamples$ExitsAfterAll");

    List<String> said = process.inputReader().lines().toList();

    assertThat(said)
        .contains("passed: 5")
        .anyMatch(line -> line.startsWith("exits(): A-EXIT: "))
        .anyMatch(line -> line.startsWith("exitsOnAThread(): A-EXIT: "))
        .anyMatch(line -> line.startsWith("exitsInACall(FakeReactor): A-EXIT: "))
        .anyMatch(line -> line.startsWith("exitsInASequential(): A-EXIT: "))
        .anyMatch(line -> line.startsWith("fillsTheHeap(): the trial ran out of memory"))
        .anyMatch(line -> line.startsWith("ExitsBeforeAll: A-EXIT: "))
        .anyMatch(line -> line.startsWith("ExitsAfterAll: A-EXIT: "));
    assertThat(process.waitFor()).isEqualTo(1);
    Golden.check("exit", text(said, "exits(): "));
  }

  /** Returns a failure, whose text ends by saying how to see it again. */
  private static String text(List<String> said, String name) {
    List<String> lines = said.stream().dropWhile(line -> !line.startsWith(name)).toList();
    int last = lines.indexOf("  replay: " + ExitSamples.Exits.class.getName() + "#exits");
    return String.join("\n", lines.subList(0, last + 1)).substring(name.length());
  }

  @Test
  void process_toldToEnd_endsAlthoughATrialHasExited() throws Exception {
    Process process = start("ExitSamples$Waits");
    try (BufferedReader said = process.inputReader()) {
      assertThat(said.lines().anyMatch("waits"::equals)).isTrue();

      process.destroy();

      assertThat(process.waitFor()).isNotZero();
    } finally {
      process.destroyForcibly();
    }
  }

  private static Process start(String... classes) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(ExitSamples.class.getName());
    command.addAll(List.of(classes));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
