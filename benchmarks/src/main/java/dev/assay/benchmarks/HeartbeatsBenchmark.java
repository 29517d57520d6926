// SPDX-License-Identifier: Apache-2.0
package dev.assay.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A thousand heartbeats, each of which arms itself again every second, over one virtual hour. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HeartbeatsBenchmark {
  private static final int HEARTS = 1000;
  private static final int SECONDS = 3600;
  private static final int BEATS = HEARTS * SECONDS;

  private int beats;

  @Benchmark
  @OperationsPerInvocation(BEATS)
  public int assay() {
    return run(new Contenders.Assay());
  }

  @Benchmark
  @OperationsPerInvocation(BEATS)
  public int netty() {
    return run(new Contenders.Netty());
  }

  @Benchmark
  @OperationsPerInvocation(BEATS)
  public int rxJava() {
    return run(new Contenders.RxJava());
  }

  @Benchmark
  @OperationsPerInvocation(BEATS)
  public int reactor() {
    return run(new Contenders.Reactor());
  }

  @Benchmark
  @OperationsPerInvocation(BEATS)
  public int kotlinx() {
    return run(new Contenders.Kotlinx());
  }

  private int run(Contender<?> clock) {
    beats = 0;
    for (int heart = 0; heart < HEARTS; heart++) {
      new Heart(clock).arm();
    }
    clock.advance(SECONDS * 1000L);
    if (beats != BEATS) {
      throw new IllegalStateException(beats + " of " + BEATS + " heartbeats");
    }
    return beats;
  }

  private final class Heart implements Runnable {
    private final Contender<?> clock;

    Heart(Contender<?> clock) {
      this.clock = clock;
    }

    void arm() {
      clock.arm(1000, this);
    }

    @Override
    public void run() {
      beats++;
      arm();
    }
  }
}
