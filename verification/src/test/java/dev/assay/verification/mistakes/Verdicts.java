// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import dev.assay.verification.mistakes.Pass.Way;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The command that runs the whole corpus in each way in which a verdict could depend on something
 * else than the trial, and compares. Each run has a process of its own, so that none finds what
 * another has left in the JVM.
 */
final class Verdicts {
  private static final Path LOG = Path.of("target/verdicts.log");
  private static final Path ANSWER = Path.of("target/verdicts.answer");
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final List<Pass> passes;
  private final PrintStream out;
  private final long started = System.nanoTime();
  private int right;
  private int wrong;

  private Verdicts(List<Pass> passes, PrintStream out) {
    this.passes = passes;
    this.out = out;
  }

  /** Runs the command and exits. */
  public static void main(String[] arguments) throws InterruptedException {
    System.exit(run(List.of(arguments), System.out, System.err));
  }

  /**
   * Runs the corpus and prints what comes of it.
   *
   * @return 0 if all is as expected, 1 if not, 2 if something could not be run
   */
  static int run(List<String> arguments, PrintStream out, PrintStream err)
      throws InterruptedException {
    boolean quick = arguments.equals(List.of("--quick"));
    if (!quick && !arguments.isEmpty()) {
      err.println("usage: verification/verdicts [--quick]");
      return 2;
    }
    try {
      return new Verdicts(quick ? passes(2, 0, 1) : passes(20, 5, 5), out).run();
    } catch (IOException e) {
      err.println("verdicts: " + e.getMessage());
      return 2;
    }
  }

  private static List<Pass> passes(int shuffles, int loads, int loadsTogether) {
    return Stream.of(
            passes(Way.ALONE, 1),
            passes(Way.TOGETHER, 1),
            passes(Way.SHUFFLED, shuffles),
            passes(Way.LOADED, loads),
            passes(Way.LOADED_TOGETHER, loadsTogether))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Pass> passes(Way way, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(number -> new Pass(way, number)).toList();
  }

  private int run() throws IOException, InterruptedException {
    out.printf(
        "%d mistakes and %d classes of correct trials, on Java %s with %d processors%n",
        MistakeCase.all().size(),
        CorrectCase.all().size(),
        Runtime.version(),
        Runtime.getRuntime().availableProcessors());
    Files.deleteIfExists(LOG);
    for (int done = 0; done < passes.size(); done++) {
      report(passes.get(done), answer(passes.get(done)), done + 1);
    }
    out.printf("%d as expected, %d wrong%n", right, wrong);
    return wrong == 0 ? 0 : 1;
  }

  /** Runs a pass in a process of its own, and returns what that prints. */
  private static List<String> answer(Pass pass) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Pass.class.getName(),
                pass.way().name(),
                String.valueOf(pass.number()))
            .redirectOutput(ANSWER.toFile())
            .redirectError(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
            .start();
    try {
      if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        throw new IOException("%s has not ended in %s".formatted(pass, LIMIT));
      }
    } finally {
      process.destroyForcibly();
    }
    List<String> answer = Files.readAllLines(ANSWER);
    if (answer.isEmpty()) {
      throw new IOException(
          "%s has ended with %d, see %s".formatted(pass, process.exitValue(), LOG));
    }
    return answer;
  }

  private void report(Pass pass, List<String> answer, int done) {
    String[] counts = answer.get(0).split(" ", 2);
    right += Integer.parseInt(counts[0]);
    wrong += Integer.parseInt(counts[1]);
    out.printf("%-34s %s as expected, %s wrong; %s%n", pass, counts[0], counts[1], time(done));
    answer.subList(1, answer.size()).forEach(out::println);
  }

  private String time(int done) {
    long spent = Duration.ofNanos(System.nanoTime() - started).toSeconds();
    double whole = spent * weight(passes) / weight(passes.subList(0, done));
    return "%d s, some %.0f s left".formatted(spent, whole - spent);
  }

  private static double weight(List<Pass> passes) {
    return passes.stream().mapToDouble(Pass::weight).sum();
  }
}
