// SPDX-License-Identifier: Apache-2.0
package dev.assay.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One-shot timers at random delays within an hour: armed, changed or not, and all fired. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TimersBenchmark {
  private static final int HOUR = 3_600_000;
  private static final int RESETS = 10;

  /** What happens to timers between arming and firing. */
  public enum Fate {
    FIRED,
    MOSTLY_CANCELLED,
    RESET_TEN_TIMES
  }

  @Param({"FIRED", "MOSTLY_CANCELLED", "RESET_TEN_TIMES"})
  Fate fate;

  @Param({"1000", "100000", "1000000"})
  int size;

  private int[] delays = {};
  private int fired;

  @Setup
  public void chooseDelays() {
    delays = new Random(42).ints(size, 0, HOUR).toArray();
  }

  @Benchmark
  public int assay() {
    return run(new Contenders.Assay());
  }

  @Benchmark
  public int netty() {
    return run(new Contenders.Netty());
  }

  @Benchmark
  public int rxJava() {
    return run(new Contenders.RxJava());
  }

  @Benchmark
  public int reactor() {
    return run(new Contenders.Reactor());
  }

  @Benchmark
  public int kotlinx() {
    return run(new Contenders.Kotlinx());
  }

  private <H> int run(Contender<H> clock) {
    fired = 0;
    Runnable call = () -> fired++;
    List<H> calls = new ArrayList<>(fate == Fate.FIRED ? 0 : size);
    for (int delay : delays) {
      H armed = clock.arm(delay, call);
      if (fate != Fate.FIRED) {
        calls.add(armed);
      }
    }
    change(clock, calls, call);
    clock.advance(HOUR);
    int expected = fate == Fate.MOSTLY_CANCELLED ? size / 10 : size;
    if (fired != expected) {
      throw new IllegalStateException(fired + " of " + expected + " timers fired");
    }
    return fired;
  }

  private <H> void change(Contender<H> clock, List<H> calls, Runnable call) {
    if (fate == Fate.MOSTLY_CANCELLED) {
      for (int i = 0; i < size; i++) {
        if (i % 10 != 0) {
          clock.cancel(calls.get(i));
        }
      }
    } else if (fate == Fate.RESET_TEN_TIMES) {
      for (int round = 1; round <= RESETS; round++) {
        for (int i = 0; i < size; i++) {
          calls.set(i, clock.reset(calls.get(i), delays[(i + round) % size], call));
        }
      }
    }
  }
}
