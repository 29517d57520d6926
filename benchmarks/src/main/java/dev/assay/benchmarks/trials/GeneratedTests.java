// SPDX-License-Identifier: Apache-2.0
package dev.assay.benchmarks.trials;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Tests of one kind, written as source code and compiled, and the command that runs them. */
final class GeneratedTests {
  static final int METHODS = 100;

  private final Contestant contestant;
  private final Path directory;

  GeneratedTests(Contestant contestant, Path parent) {
    this.contestant = contestant;
    this.directory = parent.resolve(contestant.name().toLowerCase(Locale.ROOT));
  }

  Contestant contestant() {
    return contestant;
  }

  Path directory() {
    return directory;
  }

  /** Writes and compiles some classes. */
  void write(int classes) throws IOException {
    Files.createDirectories(directory);
    if (contestant == Contestant.TWISTED) {
      Files.writeString(
          directory.resolve("test_mix.py"), Contestant.pythonSource(classes, METHODS));
      try (var mix = GeneratedTests.class.getResourceAsStream("mix.py")) {
        Files.write(directory.resolve("mix.py"), mix.readAllBytes());
      }
      return;
    }
    List<Path> sources = new ArrayList<>();
    for (int i = 0; i < classes; i++) {
      Path source = directory.resolve("Test" + i + ".java");
      Files.writeString(source, contestant.source("Test" + i, METHODS));
      sources.add(source);
    }
    compile(sources);
  }

  private void compile(List<Path> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of("-nowarn", "-proc:none", "-d", directory.toString(), "-cp", classPath());
      var units = files.getJavaFileObjectsFromPaths(sources);
      if (!compiler.getTask(null, files, null, options, null, units).call()) {
        throw new IllegalStateException("the generated tests do not compile");
      }
    }
  }

  /** Returns the command that runs some of the classes. */
  List<String> command(int classes, List<String> jvmOptions, String... more) {
    if (contestant == Contestant.TWISTED) {
      return List.of("/usr/bin/python3", "/usr/bin/trial3", "--reporter=text", "test_mix");
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    command.addAll(List.of("-cp", classPath(), TestRun.class.getName()));
    command.addAll(List.of("Test", String.valueOf(classes), String.valueOf(METHODS)));
    command.addAll(List.of(more));
    return command;
  }

  private String classPath() {
    String separator = System.getProperty("path.separator");
    return Stream.concat(
            Stream.of(directory.toString()),
            Stream.of(System.getProperty("java.class.path").split(separator))
                .filter(this::needs)
                .map(element -> Path.of(element).toAbsolutePath().toString()))
        .collect(Collectors.joining(separator));
  }

  private boolean needs(String element) {
    Path path = Path.of(element);
    return Files.isDirectory(path) || contestant.needs(path.getFileName().toString());
  }

  /** Returns how long a command has taken, after it has ended well. */
  Took run(List<String> command) {
    try {
      Path output = directory.resolve("output");
      List<String> timed = new ArrayList<>();
      timed.addAll(List.of("bash", "-c", "TIMEFORMAT='%R %U %S'; time \"$@\" >output 2>&1", "-"));
      timed.addAll(command);
      ProcessBuilder builder = new ProcessBuilder(timed).directory(directory.toFile());
      builder.environment().putAll(Map.of("LC_ALL", "C", "PYTHONPATH", directory.toString()));
      Process process = builder.redirectErrorStream(true).start();
      String times = new String(process.getInputStream().readAllBytes()).strip();
      int status = process.waitFor();
      if (status != 0) {
        throw new IllegalStateException(
            command + " has ended with " + status + ":\n" + Files.readString(output));
      }
      String[] parts = times.split(" ");
      double cpu = Double.parseDouble(parts[1]) + Double.parseDouble(parts[2]);
      return new Took(Double.parseDouble(parts[0]), cpu, Files.readString(output));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * What a process has taken.
   *
   * @param wall the seconds from its start to its end
   * @param cpu the seconds that it has computed
   * @param output what it has printed
   */
  record Took(double wall, double cpu, String output) {}
}
