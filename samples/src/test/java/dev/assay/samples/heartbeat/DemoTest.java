// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.heartbeat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class DemoTest {
  @Test
  void output_isTheSameEveryTimeAndStandsInTheReadme() throws IOException {
    String output = run();

    assertThat(run()).isEqualTo(output);
    assertThat(Files.readString(Path.of("../README.md"))).contains("```text\n" + output + "```");
  }

  private static String run() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new Demo(new PrintStream(bytes, true, UTF_8)).run();
    return bytes.toString(UTF_8).replace(System.lineSeparator(), "\n");
  }
}
