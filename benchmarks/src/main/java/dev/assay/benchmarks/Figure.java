// SPDX-License-Identifier: Apache-2.0
package dev.assay.benchmarks;

import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** What one contender took for one piece of work. */
record Figure(String work, String who, double nanos, double bytes) {
  static Figure of(RunResult result) {
    return of(
        result.getParams(),
        result.getPrimaryResult(),
        result.getSecondaryResults().get("gc.alloc.rate.norm"));
  }

  static Figure of(BenchmarkResult result) {
    return of(
        result.getParams(),
        result.getPrimaryResult(),
        result.getSecondaryResults().get("gc.alloc.rate.norm"));
  }

  private static Figure of(BenchmarkParams params, Result<?> time, Result<?> allocated) {
    String name = params.getBenchmark();
    int method = name.lastIndexOf('.');
    int type = name.lastIndexOf('.', method - 1);
    String work = name.substring(type + 1, method).replace("Benchmark", "");
    long each = 1;
    StringBuilder title = new StringBuilder(work);
    for (String key : params.getParamsKeys()) {
      title.append(", ").append(params.getParam(key));
      if (work.equals("Timers") && key.equals("size")) {
        each = Long.parseLong(params.getParam(key));
      }
    }
    return new Figure(
        title.toString(),
        name.substring(method + 1),
        time.getScore() / each,
        allocated == null ? Double.NaN : allocated.getScore() / each);
  }
}
