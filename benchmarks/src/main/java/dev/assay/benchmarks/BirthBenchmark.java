// SPDX-License-Identifier: Apache-2.0
package dev.assay.benchmarks;

import dev.assay.deferred.Deferred;
import dev.assay.ledger.Ledger;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** A Deferred is born: outside a trial, and in one, where it is recorded with its site. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BirthBenchmark {
  private static final int BIRTHS = 1000;

  @Benchmark
  @OperationsPerInvocation(BIRTHS)
  public void assay(Blackhole sink) {
    for (int i = 0; i < BIRTHS; i++) {
      sink.consume(new Deferred<Integer>());
    }
  }

  @Benchmark
  @OperationsPerInvocation(BIRTHS)
  public void assayInTrial(Blackhole sink) {
    Ledger.Binding binding = new Ledger().bind();
    for (int i = 0; i < BIRTHS; i++) {
      sink.consume(new Deferred<Integer>());
    }
    binding.close();
  }

  /** What the site would cost if it were a stack trace that nobody reads. */
  @Benchmark
  @OperationsPerInvocation(BIRTHS)
  public void stackTrace(Blackhole sink) {
    for (int i = 0; i < BIRTHS; i++) {
      sink.consume(new Throwable());
    }
  }
}
