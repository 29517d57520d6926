// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A real process, and the signals of its system. */
final class SignalsTest {
  private static final int BY_SIGINT = 130;
  private static final int BY_SIGTERM = 143;

  @Test
  void interrupt_runsTheShutdown_andEndsTheProcessWithItsStatus() throws Exception {
    try (Program program = new Program()) {
      program.awaitLine("runs");
      program.signal("INT");

      assertThat(program.rest()).containsExactly("stops", "stopped");
      assertThat(program.status()).isEqualTo(BY_SIGINT);
    }
  }

  @Test
  void termination_doesTheSame() throws Exception {
    try (Program program = new Program()) {
      program.awaitLine("runs");
      program.signal("TERM");

      assertThat(program.rest()).containsExactly("stops", "stopped");
      assertThat(program.status()).isEqualTo(BY_SIGTERM);
    }
  }

  @Test
  void secondInterrupt_endsTheProcessAtOnce() throws Exception {
    try (Program program = new Program("hangs")) {
      program.awaitLine("runs");
      program.signal("INT");
      program.awaitLine("stops");
      program.signal("INT");

      assertThat(program.rest()).isEmpty();
      assertThat(program.status()).isEqualTo(BY_SIGINT);
    }
  }

  /** A process that runs {@link SignalledProgram}. */
  private static final class Program implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;

    Program(String... arguments) throws IOException {
      List<String> command = new ArrayList<>(withDefaultSignals());
      command.addAll(
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-XX:TieredStopAtLevel=1",
              "-cp",
              System.getProperty("java.class.path"),
              SignalledProgram.class.getName()));
      command.addAll(List.of(arguments));
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      lines = process.inputReader(StandardCharsets.UTF_8);
      CompletableFuture.delayedExecutor(1, TimeUnit.MINUTES).execute(process::destroyForcibly);
    }

    /**
     * Returns the beginning of a command whose program hears SIGINT although this process, as one
     * that a shell runs in the background, may ignore it.
     */
    private static List<String> withDefaultSignals() throws IOException {
      List<String> prefix = List.of("env", "--default-signal=INT");
      List<String> command = new ArrayList<>(prefix);
      command.add("true");
      try {
        return new ProcessBuilder(command).start().waitFor() == 0 ? prefix : List.of();
      } catch (InterruptedException e) {
        throw new IOException("interrupted while a program ran", e);
      }
    }

    void awaitLine(String expected) throws IOException {
      assertThat(line()).isEqualTo(expected);
    }

    void signal(String name) throws Exception {
      Process kill = new ProcessBuilder("kill", "-" + name, "" + process.pid()).start();
      assertThat(kill.waitFor()).isZero();
    }

    List<String> rest() {
      return lines.lines().toList();
    }

    int status() throws InterruptedException {
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      return process.exitValue();
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }

    private @Nullable String line() {
      try {
        return lines.readLine();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
