// SPDX-License-Identifier: Apache-2.0
package dev.assay.benchmarks;

import dev.assay.deferred.Callback;
import dev.assay.deferred.Deferred;
import dev.assay.deferred.DeferredState;
import dev.assay.deferred.Outcome;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.subjects.SingleSubject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A chain of k callbacks: attached, fired, and its result read. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ChainBenchmark {
  @Param({"1", "10", "1000"})
  int size;

  private final Callback<Integer, Integer> callback = x -> x + 1;
  private final Function<Integer, Integer> function = x -> x + 1;
  private final io.reactivex.rxjava3.functions.Function<Integer, Integer> mapper = x -> x + 1;
  private final com.stumbleupon.async.Callback<Integer, Integer> asyncCallback = x -> x + 1;

  @Benchmark
  public Object assay() {
    Deferred<Integer> deferred = new Deferred<>();
    for (int i = 0; i < size; i++) {
      deferred.addCallback(callback);
    }
    deferred.callback(1);
    DeferredState<Integer> state = deferred.state();
    return ((Outcome.Success<Integer>) state).value();
  }

  @Benchmark
  public Object completableFuture() {
    CompletableFuture<Integer> first = new CompletableFuture<>();
    CompletableFuture<Integer> last = first;
    for (int i = 0; i < size; i++) {
      last = last.thenApply(function);
    }
    first.complete(1);
    return last.join();
  }

  @Benchmark
  public Object rxJava() {
    SingleSubject<Integer> first = SingleSubject.create();
    Single<Integer> last = first;
    for (int i = 0; i < size; i++) {
      last = last.map(mapper);
    }
    Integer[] read = new Integer[1];
    var subscription = last.subscribe(value -> read[0] = value);
    first.onSuccess(1);
    subscription.dispose();
    return read[0];
  }

  @Benchmark
  public Object reactor() {
    Sinks.One<Integer> first = Sinks.one();
    Mono<Integer> last = first.asMono();
    for (int i = 0; i < size; i++) {
      last = last.map(function);
    }
    Integer[] read = new Integer[1];
    var subscription = last.subscribe(value -> read[0] = value);
    first.tryEmitValue(1);
    subscription.dispose();
    return read[0];
  }

  @Benchmark
  public Object stumbleupon() throws Exception {
    com.stumbleupon.async.Deferred<Integer> deferred = new com.stumbleupon.async.Deferred<>();
    for (int i = 0; i < size; i++) {
      deferred.addCallback(asyncCallback);
    }
    deferred.callback(1);
    return deferred.join();
  }
}
