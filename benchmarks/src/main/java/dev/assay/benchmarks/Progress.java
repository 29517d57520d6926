// SPDX-License-Identifier: Apache-2.0
package dev.assay.benchmarks;

import java.lang.reflect.Proxy;
import java.time.Duration;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.runner.format.OutputFormat;

/** Says what each measurement has shown as soon as it is done, and how long the rest will take. */
final class Progress {
  private final int measurements;
  private final Duration each;
  private final long start = System.nanoTime();
  private int done;

  /**
   * Begins to measure.
   *
   * @param each how long one measurement is expected to take, until it is known better
   */
  Progress(int measurements, Duration each) {
    this.measurements = measurements;
    this.each = each;
    System.out.printf("%d measurements, %s%n", measurements, left());
  }

  /** Returns what JMH reports to. */
  OutputFormat format() {
    return (OutputFormat)
        Proxy.newProxyInstance(
            OutputFormat.class.getClassLoader(),
            new Class<?>[] {OutputFormat.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("endBenchmark") && arguments[0] != null) {
                report((BenchmarkResult) arguments[0]);
              }
              return null;
            });
  }

  private void report(BenchmarkResult result) {
    Figure figure = Figure.of(result);
    done++;
    System.out.printf(
        "%-40s %-18s %12.1f ns   %d of %d, %s%n",
        figure.work(), figure.who(), figure.nanos(), done, measurements, left());
  }

  private String left() {
    double nanos = done == 0 ? each.toNanos() : (double) (System.nanoTime() - start) / done;
    return "some %.0f s left".formatted(nanos * (measurements - done) / 1e9);
  }
}
