// SPDX-License-Identifier: Apache-2.0
package dev.assay.task;

import static dev.assay.task.LoopingCallTest.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Outcome;
import dev.assay.time.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CooperatorTest {
  private final ManualTime time = new ManualTime();
  private final Cooperator cooperator = new Cooperator(time);
  private final List<String> steps = new ArrayList<>();

  @Test
  void cooperate_severalTasks_takeTurns() {
    cooperator.cooperate(work("a", 3));
    cooperator.cooperate(work("b", 1));
    cooperator.cooperate(work("c", 2));
    time.advance(Duration.ofMillis(1));
    assertThat(steps).containsExactly("a0", "b0", "c0", "a1", "c1", "a2");
    assertThat(time.delayedCalls()).isEmpty();
  }

  @Test
  void cooperate_takesNoStepHereAndNow() {
    cooperator.cooperate(work("a", 1));
    assertThat(steps).isEmpty();
    assertThat(time.labels()).containsExactly("slice of a Cooperator");
  }

  @Test
  void cooperate_inAStep_getsTheLastTurn() {
    Iterator<Integer> spawning =
        Stream.of(0, 1).peek(i -> cooperator.cooperate(work("child", i + 1))).iterator();
    cooperator.cooperate(spawning);
    cooperator.cooperate(work("b", 2));
    time.advance(Duration.ofMillis(1));
    assertThat(steps).containsExactly("b0", "child0", "b1", "child0", "child1");
  }

  @Test
  void tasks_thatWaitForEachOther_failOneAfterTheOther() {
    int deep = 20_000;
    Deferred<Object> work = new Deferred<>();
    CooperativeTask<?> inner = cooperator.cooperate(List.of(work).iterator());
    for (int i = 0; i < deep; i++) {
      inner = cooperator.cooperate(List.of(inner.whenDone()).iterator());
    }
    Deferred<?> end = inner.whenDone();
    for (int i = 0; i <= deep / 1_000; i++) {
      time.advance(Duration.ofMillis(1));
    }

    work.errback(new IllegalStateException("gone"));

    assertThat(end.state()).asString().contains("gone");
  }

  @Test
  void slice_endlessTask_endsAfterAThousandSteps() {
    cooperator.cooperate(work("a", Integer.MAX_VALUE));
    time.advance(Duration.ofMillis(1));
    assertThat(steps).hasSize(1_000);
    time.advance(Duration.ofMillis(1));
    assertThat(steps).hasSize(2_000);
  }

  @Test
  void slice_stepsTakeTime_endsAfterTenMilliseconds() {
    cooperator.cooperate(Stream.generate(() -> slowStep(Duration.ofMillis(4))).iterator());
    time.jump(Duration.ofMillis(1));
    assertThat(steps).hasSize(3);
  }

  @Test
  void slice_ofOneStep_letsOtherCallsRunBetween() {
    Cooperator fine = new Cooperator(time, () -> () -> true);
    fine.cooperate(work("a", 2));
    time.callLater(Duration.ofMillis(1), () -> steps.add("other"));
    time.advance(Duration.ofMillis(2));
    assertThat(steps).containsExactly("a0", "other", "a1");
  }

  @Test
  void slice_predicateThrows_goesOnInTheNext() {
    List<String> errors = new ArrayList<>();
    Cooperator careless =
        new Cooperator(
            time,
            () ->
                () -> {
                  throw new IllegalStateException("no end");
                });
    careless.cooperate(work("a", 2));
    for (int i = 0; i < 3; i++) {
      try {
        time.jump(Duration.ofMillis(1));
      } catch (IllegalStateException e) {
        errors.add(String.valueOf(e.getMessage()));
      }
    }
    assertThat(steps).containsExactly("a0", "a1");
    assertThat(errors).containsExactly("no end", "no end");
  }

  @Test
  void coiterate_firesWithTheIterator() {
    Iterator<String> work = work("a", 2);
    Deferred<Iterator<String>> done = cooperator.coiterate(work);
    assertThat(done.isFired()).isFalse();
    time.advance(Duration.ofMillis(1));
    assertThat(done.state()).isEqualTo(new Outcome.Success<>(work));
  }

  @Test
  void coiterate_cancelled_stopsTheTask() {
    Deferred<Iterator<String>> done = cooperator.coiterate(work("a", 2));
    done.cancel();
    time.advance(Duration.ofSeconds(1));
    assertThat(steps).isEmpty();
    assertThat(failureOf(done))
        .isInstanceOf(CancellationException.class)
        .hasMessage("the task was cancelled");
    assertThat(time.delayedCalls()).isEmpty();
  }

  @Test
  void stop_stopsEveryTaskAlsoThosePaused() {
    CooperativeTask<Iterator<String>> paused = cooperator.cooperate(work("paused", 1));
    paused.pause();
    List<Deferred<Iterator<String>>> ends =
        List.of(paused.whenDone(), cooperator.coiterate(work("b", 1)));
    cooperator.stop();
    assertThat(cooperator.isRunning()).isFalse();
    assertThat(time.delayedCalls()).isEmpty();
    assertThat(ends)
        .allSatisfy(
            end ->
                assertThat(failureOf(end))
                    .isInstanceOf(CancellationException.class)
                    .hasMessage("the task was stopped with its Cooperator"));
  }

  @Test
  void stop_inAStep_endsTheSlice() {
    cooperator.cooperate(
        Stream.generate(
                () -> {
                  steps.add("stopping");
                  cooperator.stop();
                  return 0;
                })
            .iterator());
    cooperator.cooperate(work("b", 5));
    time.advance(Duration.ofSeconds(1));
    assertThat(steps).containsExactly("stopping");
    assertThat(time.delayedCalls()).isEmpty();
  }

  @Test
  void cooperate_stopped_stopsTheTaskAtOnce() {
    cooperator.stop();
    Deferred<Iterator<String>> done = cooperator.coiterate(work("a", 1));
    assertThat(failureOf(done))
        .isInstanceOf(CancellationException.class)
        .hasMessage("the task was added to a Cooperator that was stopped");
    assertThat(time.delayedCalls()).isEmpty();
  }

  @Test
  void start_stopped_takesTasksAgain() {
    cooperator.stop();
    cooperator.start();
    assertThat(cooperator.isRunning()).isTrue();
    cooperator.cooperate(work("a", 1));
    time.advance(Duration.ofMillis(1));
    assertThat(steps).containsExactly("a0");
  }

  @Test
  void stop_lastTaskEnds_disarmsTheNextSlice() {
    CooperativeTask<Iterator<String>> task = cooperator.cooperate(work("a", 1));
    task.stop();
    assertThat(time.delayedCalls()).isEmpty();
  }

  @Test
  void toString_countsTasks() {
    assertThat(cooperator).hasToString("Cooperator [running, 0 tasks, 0 of them ready]");
    cooperator.cooperate(work("a", 1)).pause();
    assertThat(cooperator).hasToString("Cooperator [running, 1 task, 0 of them ready]");
    cooperator.stop();
    assertThat(cooperator).hasToString("Cooperator [stopped, 0 tasks, 0 of them ready]");
  }

  private Iterator<String> work(String name, int count) {
    return Stream.iterate(0, i -> i + 1)
        .limit(count)
        .map(i -> name + i)
        .peek(steps::add)
        .iterator();
  }

  private boolean slowStep(Duration length) {
    time.jump(length);
    return steps.add("step");
  }
}
