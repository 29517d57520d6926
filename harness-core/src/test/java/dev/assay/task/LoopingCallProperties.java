// SPDX-License-Identifier: Apache-2.0
package dev.assay.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Deferreds;
import dev.assay.time.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

final class LoopingCallProperties {
  private static final long START = 7;

  @Provide
  Arbitrary<List<Integer>> ticks() {
    return Arbitraries.integers().between(0, 40).list().ofMaxSize(40);
  }

  @Property
  void clockSteps_everyRunIsOnTheGrid(
      @ForAll @IntRange(min = 1, max = 10) int interval,
      @ForAll boolean now,
      @ForAll("ticks") List<Integer> lengths,
      @ForAll("ticks") List<Integer> steps) {
    Run run = new Run(interval, now, lengths);
    steps.forEach(step -> run.time.advance(nanos(step)));
    assertThat(run.times).allSatisfy(time -> assertThat((time - START) % interval).isZero());
    assertThat(run.times).doesNotHaveDuplicates();
  }

  @Property
  void clockJumps_noIntervalHasTwoRuns(
      @ForAll @IntRange(min = 1, max = 10) int interval,
      @ForAll boolean now,
      @ForAll("ticks") List<Integer> lengths,
      @ForAll("ticks") List<Integer> steps) {
    Run run = new Run(interval, now, lengths);
    steps.forEach(step -> run.time.jump(nanos(step)));
    assertThat(run.times).extracting(time -> (time - START) / interval).doesNotHaveDuplicates();
  }

  @Property
  void clockJumps_countsAddUpToTheIntervalsThatPassed(
      @ForAll @IntRange(min = 1, max = 10) int interval,
      @ForAll boolean now,
      @ForAll("ticks") List<Integer> lengths,
      @ForAll("ticks") List<Integer> steps) {
    Run run = new Run(interval, now, lengths);
    steps.forEach(step -> run.time.jump(nanos(step)));
    long counted = run.counts.stream().mapToLong(Long::longValue).sum();
    assertThat(counted).isEqualTo(run.intervalsToLastRun() + (now ? 1 : 0));
    assertThat(run.counts).allSatisfy(count -> assertThat(count).isPositive());
  }

  @Property
  void bodyTakesNoTime_runsWheneverTheGridIsReached(
      @ForAll @IntRange(min = 1, max = 10) int interval, @ForAll("ticks") List<Integer> steps) {
    Run run = new Run(interval, true, List.of());
    steps.forEach(step -> run.time.advance(nanos(step)));
    long passed = run.time.elapsed().toNanos() - START;
    assertThat(run.times).hasSize(Math.toIntExact(passed / interval + 1));
  }

  private static Duration nanos(long nanos) {
    return Duration.ofNanos(nanos);
  }

  /** A loop whose body takes given times, one after the other, and then none. */
  private static final class Run {
    final ManualTime time = new ManualTime();
    final List<Long> times = new ArrayList<>();
    final List<Long> counts = new ArrayList<>();
    private final long interval;
    private final List<Integer> lengths;

    Run(int interval, boolean now, List<Integer> lengths) {
      this.interval = interval;
      this.lengths = lengths;
      time.jump(nanos(START));
      LoopingCall.withCountDeferring(time, this::run).start(nanos(interval), now);
    }

    long intervalsToLastRun() {
      return times.isEmpty() ? 0 : (times.get(times.size() - 1) - START) / interval;
    }

    private Deferred<?> run(long count) {
      int number = times.size();
      times.add(time.elapsed().toNanos());
      counts.add(count);
      return number < lengths.size()
          ? Deferreds.deferLater(time, nanos(lengths.get(number)))
          : Deferred.succeed("done");
    }
  }
}
