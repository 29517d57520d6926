// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.cli.report.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.launcher.core.LauncherConfig;

/** A folder of compiled classes, and the command that is run on it, with a clock of its own. */
final class Project {
  private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
  private static final Pattern TYPE = Pattern.compile("(?:class|interface) (\\w+)");

  private static final long MILLISECOND = 1_000_000;

  private final Path classes;
  private final Map<String, String> environment = new TreeMap<>();
  private final List<TestEngine> engines = new ArrayList<>();
  private final AtomicLong time = new AtomicLong();
  private final AtomicLong seeds = new AtomicLong(41);
  private boolean terminal;
  private String classPath;

  /**
   * What one run of the command gave.
   *
   * @param out what it printed, with line feeds
   */
  record Run(ExitCode code, String out, String err) {}

  private Project(Path classes) {
    this.classes = classes;
    this.classPath = classes.toString();
  }

  /** Compiles sources, each of one file. */
  static Project of(Path folder, String... sources) {
    try {
      Path classes = Files.createDirectories(folder.resolve("classes"));
      List<String> arguments = new ArrayList<>();
      arguments.addAll(List.of("-d", classes.toString(), "-proc:none", "-parameters"));
      arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
      for (String source : sources) {
        Path file = folder.resolve("src").resolve(fileOf(source));
        Files.createDirectories(file.getParent());
        arguments.add(Files.writeString(file, source).toString());
      }
      if (sources.length > 0) {
        compile(arguments);
      }
      return new Project(classes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path classes() {
    return classes;
  }

  Project with(TestEngine engine) {
    engines.add(engine);
    return this;
  }

  Project withVariable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Project onTerminal() {
    terminal = true;
    return this;
  }

  Project withClassPath(String path) {
    classPath = path;
    return this;
  }

  Run run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    return run(out, new PrintStream(out, true, UTF_8), arguments);
  }

  /** Runs the command with a stream to print to that is not the usual one. */
  Run run(ByteArrayOutputStream printed, PrintStream out, String... arguments) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {url(classes)}, before)) {
      thread.setContextClassLoader(loader);
      ExitCode code =
          new TrialCommand(environment(out, new PrintStream(err, true, UTF_8)))
              .run(List.of(arguments));
      return new Run(code, text(printed), text(err));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private CliEnvironment environment(PrintStream out, PrintStream err) {
    LauncherConfig config =
        LauncherConfig.builder().addTestEngines(engines.toArray(TestEngine[]::new)).build();
    return new CliEnvironment(
        out,
        err,
        () -> time.addAndGet(MILLISECOND),
        seeds::incrementAndGet,
        environment,
        terminal,
        classPath,
        config,
        new ExitGuard());
  }

  private static void compile(List<String> arguments) {
    ToolProvider compiler = ToolProvider.findFirst("javac").orElseThrow();
    ByteArrayOutputStream problems = new ByteArrayOutputStream();
    PrintStream printed = new PrintStream(problems, true, UTF_8);
    if (compiler.run(printed, printed, arguments.toArray(String[]::new)) != 0) {
      throw new IllegalArgumentException("sources must compile: " + problems.toString(UTF_8));
    }
  }

  private static String fileOf(String source) {
    return first(PACKAGE, source).replace('.', '/') + "/" + first(TYPE, source) + ".java";
  }

  private static String first(Pattern pattern, String source) {
    Matcher matcher = pattern.matcher(source);
    if (!matcher.find()) {
      throw new IllegalArgumentException("source must match " + pattern + ": " + source);
    }
    return matcher.group(1);
  }

  private static URL url(Path path) throws IOException {
    return path.toUri().toURL();
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(UTF_8).replace(System.lineSeparator(), "\n");
  }
}
