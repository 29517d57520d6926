// SPDX-License-Identifier: Apache-2.0
package dev.assay.benchmarks;

import dev.assay.benchmarks.trials.TrialsReport;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks and prints one line for each contender, under the work that it did. */
final class Report {
  private static final String OURS = "assay";
  private static final String TRIALS = "Trials";
  private static final List<Class<?>> BENCHMARKS =
      List.of(
          ChainBenchmark.class,
          TimersBenchmark.class,
          HeartbeatsBenchmark.class,
          BirthBenchmark.class);

  private final boolean quick;

  private Report(boolean quick) {
    this.quick = quick;
  }

  public static void main(String[] args) throws RunnerException, IOException {
    List<String> names = new ArrayList<>(List.of(args));
    boolean quick = names.remove("--quick");
    if (names.isEmpty() || names.contains(TRIALS)) {
      TrialsReport.print(quick);
    }
    List<Class<?>> chosen =
        BENCHMARKS.stream().filter(type -> names.isEmpty() || names.contains(name(type))).toList();
    new Report(quick).run(chosen);
  }

  private static String name(Class<?> benchmark) {
    return benchmark.getSimpleName().replace("Benchmark", "");
  }

  private void run(List<Class<?>> benchmarks) throws RunnerException {
    if (benchmarks.isEmpty()) {
      return;
    }
    int measurements = benchmarks.stream().mapToInt(this::measurements).sum();
    Progress progress = new Progress(measurements, Duration.ofSeconds(quick ? 3 : 35));
    Map<String, Map<String, Figure>> works = new LinkedHashMap<>();
    for (Class<?> benchmark : benchmarks) {
      for (RunResult result : new Runner(options(benchmark).build(), progress.format()).run()) {
        Figure figure = Figure.of(result);
        works.computeIfAbsent(figure.work(), w -> new LinkedHashMap<>()).put(figure.who(), figure);
      }
    }
    System.out.printf("%n%-46s %12s %12s %10s%n", "", "ns", "bytes", "x fastest");
    works.forEach((work, figures) -> print(work, figures.values()));
  }

  private ChainedOptionsBuilder options(Class<?> benchmark) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(benchmark.getName())
            .addProfiler(GCProfiler.class)
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .jvmArgsAppend("-Xms2g", "-Xmx2g", "-XX:+UseParallelGC")
            .forks(quick ? 1 : 3)
            .warmupIterations(quick ? 3 : 5)
            .measurementIterations(quick ? 3 : 5)
            .warmupTime(TimeValue.milliseconds(quick ? 200 : 1000))
            .measurementTime(TimeValue.milliseconds(quick ? 200 : 1000));
    return isShortened(benchmark) ? options.param("size", "1000") : options;
  }

  /** Returns whether only the smallest size is measured: peers take minutes for a million. */
  private boolean isShortened(Class<?> benchmark) {
    return quick && benchmark == TimersBenchmark.class;
  }

  private int measurements(Class<?> benchmark) {
    int count =
        (int)
            Stream.of(benchmark.getDeclaredMethods())
                .filter((Method method) -> method.isAnnotationPresent(Benchmark.class))
                .count();
    for (Field field : benchmark.getDeclaredFields()) {
      Param param = field.getAnnotation(Param.class);
      if (param != null && !(isShortened(benchmark) && field.getName().equals("size"))) {
        count *= param.value().length;
      }
    }
    return count;
  }

  /** Prints what each took; the ratio is to the fastest peer. */
  private static void print(String work, Collection<Figure> figures) {
    System.out.println(work);
    double fastest =
        figures.stream()
            .filter(figure -> !figure.who().startsWith(OURS))
            .mapToDouble(Figure::nanos)
            .min()
            .orElse(Double.NaN);
    for (Figure figure : figures) {
      System.out.printf(
          "  %-44s %12.1f %12.0f %10.2f%n",
          figure.who(), figure.nanos(), figure.bytes(), figure.nanos() / fastest);
    }
  }
}
