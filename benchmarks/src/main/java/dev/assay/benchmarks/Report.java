// SPDX-License-Identifier: Apache-2.0
package dev.assay.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
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

  private Report() {}

  public static void main(String[] args) throws RunnerException {
    List<String> names = new ArrayList<>(List.of(args));
    boolean quick = names.remove("--quick");
    Map<String, Map<String, Figure>> works = new LinkedHashMap<>();
    for (RunResult result : new Runner(options(names, quick).build()).run()) {
      Figure figure = Figure.of(result);
      works.computeIfAbsent(figure.work(), w -> new LinkedHashMap<>()).put(figure.who(), figure);
    }
    System.out.printf("%n%-46s %12s %12s %10s%n", "", "ns", "bytes", "x fastest");
    works.forEach((work, figures) -> print(work, figures.values()));
  }

  private static ChainedOptionsBuilder options(List<String> names, boolean quick) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .addProfiler(GCProfiler.class)
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .jvmArgsAppend("-Xms2g", "-Xmx2g", "-XX:+UseParallelGC")
            .forks(quick ? 1 : 3)
            .warmupIterations(quick ? 3 : 5)
            .measurementIterations(quick ? 3 : 5)
            .warmupTime(TimeValue.milliseconds(quick ? 200 : 1000))
            .measurementTime(TimeValue.milliseconds(quick ? 200 : 1000));
    if (names.isEmpty()) {
      return options.include("Benchmark");
    }
    for (String name : names) {
      options.include(name + "Benchmark");
    }
    return options;
  }

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

  /** What one contender took for one piece of work; the ratio is to the fastest peer. */
  private record Figure(String work, String who, double nanos, double bytes) {
    static Figure of(RunResult result) {
      String name = result.getParams().getBenchmark();
      int method = name.lastIndexOf('.');
      int type = name.lastIndexOf('.', method - 1);
      String work = name.substring(type + 1, method).replace("Benchmark", "");
      long each = 1;
      StringBuilder title = new StringBuilder(work);
      for (String key : result.getParams().getParamsKeys()) {
        title.append(", ").append(result.getParams().getParam(key));
        if (work.equals("Timers") && key.equals("size")) {
          each = Long.parseLong(result.getParams().getParam(key));
        }
      }
      Result<?> allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
      return new Figure(
          title.toString(),
          name.substring(method + 1),
          result.getPrimaryResult().getScore() / each,
          allocated == null ? Double.NaN : allocated.getScore() / each);
    }
  }
}
