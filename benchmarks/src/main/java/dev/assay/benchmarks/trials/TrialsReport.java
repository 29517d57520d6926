// SPDX-License-Identifier: Apache-2.0
package dev.assay.benchmarks.trials;

import dev.assay.benchmarks.trials.GeneratedTests.Took;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Runs ten thousand tests of each kind in processes of their own, in turn, several times, and
 * prints the medians; then how the heap grows with the number of tests.
 */
public final class TrialsReport {
  private static final int CLASSES = 100;
  private static final List<Integer> SIZES = List.of(1_000, 10_000, 40_000);

  private final int rounds;
  private final Map<Contestant, GeneratedTests> tests = new EnumMap<>(Contestant.class);
  private final Map<Contestant, List<Took>> taken = new EnumMap<>(Contestant.class);

  private TrialsReport(int rounds) {
    this.rounds = rounds;
  }

  /** Measures, and prints each row when it is known. */
  public static void print(boolean quick) throws IOException {
    TrialsReport report = new TrialsReport(quick ? 3 : 9);
    report.generate(quick ? CLASSES : SIZES.get(SIZES.size() - 1) / GeneratedTests.METHODS);
    report.runAll();
    report.printTimes();
    report.printHeaps(quick ? SIZES.subList(0, 2) : SIZES);
  }

  private void generate(int classes) throws IOException {
    Path directory = Files.createDirectories(Path.of("benchmarks/target/trials"));
    for (Contestant contestant : Contestant.values()) {
      if (contestant != Contestant.TWISTED || Files.exists(Path.of("/usr/bin/trial3"))) {
        say("writing and compiling: " + contestant.title());
        GeneratedTests some = new GeneratedTests(contestant, directory.toAbsolutePath());
        some.write(contestant == Contestant.TWISTED ? CLASSES : classes);
        tests.put(contestant, some);
        taken.put(contestant, new ArrayList<>());
      }
    }
  }

  /** Runs each once to warm up the machine, and then all in turn. */
  private void runAll() {
    long start = System.nanoTime();
    for (int round = 0; round <= rounds; round++) {
      for (GeneratedTests some : tests.values()) {
        Took took = some.run(some.command(CLASSES, List.of()));
        if (round > 0) {
          taken.get(some.contestant()).add(took);
        }
      }
      double seconds = (System.nanoTime() - start) / 1e9 / (round + 1) * (rounds - round);
      say("round %d of %d is done, some %.0f s left".formatted(round, rounds, seconds));
    }
  }

  private void printTimes() {
    System.out.printf(
        "%n%-34s %8s %8s %10s %10s %10s%n",
        "10,000 tests, whole process", "wall s", "cpu s", "x Jupiter", "in cpu", "x Twisted");
    for (Contestant some : Contestant.values()) {
      if (taken.containsKey(some)) {
        System.out.printf(
            "  %-32s %8.2f %8.2f %10s %10s %10s%n",
            some.title(),
            median(taken.get(some).stream().map(Took::wall).toList()),
            median(taken.get(some).stream().map(Took::cpu).toList()),
            ratio(some, Contestant.TEST, Took::wall),
            ratio(some, Contestant.TEST, Took::cpu),
            some == Contestant.MIX ? ratio(some, Contestant.TWISTED, Took::wall) : "");
      } else {
        System.out.printf("  %-32s not installed%n", some.title());
      }
    }
  }

  /** Returns the median of the ratios of what was run in the same round. */
  private String ratio(Contestant one, Contestant other, ToDoubleFunction<Took> figure) {
    if (!taken.containsKey(other) || one == other) {
      return "";
    }
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      ratios.add(
          figure.applyAsDouble(taken.get(one).get(i))
              / figure.applyAsDouble(taken.get(other).get(i)));
    }
    return "%.2f".formatted(median(ratios));
  }

  private static double median(List<Double> figures) {
    List<Double> sorted = figures.stream().sorted().toList();
    return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
  }

  private void printHeaps(List<Integer> sizes) {
    System.out.printf(
        "%n%-34s %8s %10s %10s%n", "the heap of a process", "tests", "live kB", "peak kB");
    for (Contestant some : Contestant.values()) {
      for (int size :
          some == Contestant.TWISTED || some == Contestant.IDLE ? List.<Integer>of() : sizes) {
        GeneratedTests run = tests.get(some);
        List<String> options = List.of("-XX:+UseSerialGC", "-Xmn4m");
        Took took = run.run(run.command(size / GeneratedTests.METHODS, options, "heap"));
        String[] figures = took.output().strip().split(" ");
        System.out.printf(
            "  %-32s %8d %10d %10d%n",
            some.title(), size, Long.parseLong(figures[0]) >> 10, Long.parseLong(figures[1]) >> 10);
      }
    }
  }

  private static void say(String what) {
    System.out.println(what);
  }
}
