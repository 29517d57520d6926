// SPDX-License-Identifier: Apache-2.0
package dev.assay.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Outcome;
import dev.assay.time.DelayedCall;
import dev.assay.time.ManualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LoopingCallTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final ManualTime time = new ManualTime();

  /** When the body ran, in seconds. */
  private final List<Double> runs = new ArrayList<>();

  private final List<Long> counts = new ArrayList<>();
  private final LoopingCall loop = LoopingCall.of(time, this::note);
  private final LoopingCall counting = LoopingCall.withCount(time, counts::add);

  @Test
  void start_now_runsAtOnceAndThenEachInterval() {
    loop.start(SECOND);
    time.advance(seconds(3));
    assertThat(runs).containsExactly(0.0, 1.0, 2.0, 3.0);
  }

  @Test
  void start_notNow_runsFirstAfterAnInterval() {
    loop.start(SECOND, false);
    assertThat(runs).isEmpty();
    time.advance(seconds(2));
    assertThat(runs).containsExactly(1.0, 2.0);
  }

  @Test
  void start_clockStands_skipsWhatIsLateAndStaysOnTheGrid() {
    loop.start(seconds(2), false);
    for (double step : List.of(1.0, 1.0, 7.0, 0.5, 0.5)) {
      time.jump(seconds(step));
    }
    assertThat(runs).containsExactly(2.0, 9.0, 10.0);
  }

  @Test
  void start_offTheWholeSecond_keepsItsOwnGrid() {
    time.jump(seconds(0.25));
    loop.start(SECOND);
    time.jump(seconds(1.5));
    time.advance(seconds(2));
    assertThat(runs).containsExactly(0.25, 1.75, 2.25, 3.25);
  }

  @Test
  void start_zeroInterval_runsOncePerTurn() {
    loop.start(Duration.ZERO);
    time.runNextEarly();
    time.runNextEarly();
    assertThat(runs).containsExactly(0.0, 0.0, 0.0);
  }

  @Test
  void start_nanosecondInterval_isExactFarFromTheStart() {
    time.jump(Duration.ofDays(36_500));
    loop.start(Duration.ofNanos(3), false);
    time.jump(Duration.ofNanos(4));
    Duration due = time.delayedCalls().get(0).due();
    assertThat(due).isEqualTo(Duration.ofDays(36_500).plusNanos(6));
  }

  @Test
  void start_negativeInterval_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> loop.start(Duration.ofSeconds(-1)))
        .withMessage("interval must not be negative: PT-1S");
    assertThat(loop.isRunning()).isFalse();
  }

  @Test
  void start_intervalBeyondNanoseconds_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> loop.start(Duration.ofDays(200_000)))
        .withMessage("interval must not be longer than PT2562047H47M16.854775807S: PT4800000H");
  }

  @Test
  void start_nextRunBeyondTheClock_failsTheLoop() {
    time.jump(SECOND);
    Deferred<LoopingCall> ended = loop.start(Duration.ofNanos(Long.MAX_VALUE));
    assertThat(failureOf(ended)).isInstanceOf(IllegalArgumentException.class);
    assertThat(loop.isRunning()).isFalse();
  }

  @Test
  void start_running_isRefused() {
    loop.start(SECOND, false);
    assertThatIllegalStateException()
        .isThrownBy(() -> loop.start(SECOND))
        .withMessage("LoopingCall [every 1s, next at t=1s] was started already; stop() it first");
  }

  @Test
  void withCount_skippedIntervals_areCounted() {
    counting.start(SECOND);
    for (double step : List.of(1.0, 5.5, 0.5)) {
      time.jump(seconds(step));
    }
    assertThat(counts).containsExactly(1L, 1L, 5L, 1L);
  }

  @Test
  void withCount_notNow_countsFromTheStart() {
    counting.start(SECOND, false);
    time.jump(seconds(3.5));
    assertThat(counts).containsExactly(3L);
  }

  @Test
  void withCount_zeroInterval_isAlwaysOne() {
    counting.start(Duration.ZERO);
    time.runNextEarly();
    assertThat(counts).containsExactly(1L, 1L);
  }

  @Test
  void withCount_resetCutsAnIntervalShort_doesNotCountIt() {
    counting.start(seconds(4));
    time.jump(seconds(3));
    counting.reset();
    time.jump(seconds(4));
    assertThat(counts).containsExactly(1L, 1L);
  }

  @Test
  void withCount_startedAgain_countsFromTheNewStart() {
    counting.start(SECOND);
    counting.stop();
    time.jump(seconds(10));
    counting.start(SECOND);
    assertThat(counts).containsExactly(1L, 1L);
  }

  @Test
  void run_beforeTheTimerIsDue_waitsForTheGrid() {
    loop.start(SECOND, false);
    time.advance(seconds(0.75));
    time.runNextEarly();
    assertThat(runs).isEmpty();
    time.advance(seconds(0.25));
    assertThat(runs).containsExactly(1.0);
  }

  @Test
  void stop_betweenRuns_firesWithTheLoopAndDisarms() {
    Deferred<LoopingCall> ended = loop.start(SECOND);
    loop.stop();
    assertThat(ended.state()).isEqualTo(new Outcome.Success<>(loop));
    assertThat(loop.isRunning()).isFalse();
    assertThat(time.delayedCalls()).isEmpty();
  }

  @Test
  void stop_inTheBody_endsTheLoopAfterIt() {
    List<LoopingCall> self = new ArrayList<>();
    LoopingCall stopping = LoopingCall.of(time, () -> self.get(0).stop());
    self.add(stopping);
    Deferred<LoopingCall> ended = stopping.start(SECOND, false);
    time.advance(seconds(5));
    assertThat(ended.state()).isEqualTo(new Outcome.Success<>(stopping));
    assertThat(time.delayedCalls()).isEmpty();
  }

  @Test
  void stop_notRunning_isRefused() {
    assertThatIllegalStateException()
        .isThrownBy(loop.label("heartbeat")::stop)
        .withMessage("LoopingCall (heartbeat) is not running; stop() needs a start() before it");
  }

  @Test
  void reset_betweenRuns_startsTheGridNow() {
    loop.start(SECOND);
    time.advance(seconds(0.75));
    loop.reset();
    time.advance(seconds(2));
    assertThat(runs).containsExactly(0.0, 1.75, 2.75);
  }

  @Test
  void reset_notRunning_isRefused() {
    assertThatIllegalStateException()
        .isThrownBy(loop::reset)
        .withMessage("LoopingCall is not running; reset() needs a start() before it");
  }

  @Test
  void body_throws_failsTheLoop() {
    RuntimeException error = new RuntimeException("gone");
    LoopingCall failing =
        LoopingCall.of(
            time,
            () -> {
              throw error;
            });
    Deferred<LoopingCall> ended = failing.start(SECOND, false);
    time.advance(seconds(5));
    assertThat(failureOf(ended)).isSameAs(error);
    assertThat(failing.isRunning()).isFalse();
    assertThat(time.delayedCalls()).isEmpty();
  }

  @Test
  void body_throwsChecked_failsTheLoop() {
    IOException error = new IOException("gone");
    LoopingCall failing =
        LoopingCall.ofDeferring(
            time,
            () -> {
              throw error;
            });
    assertThat(failureOf(failing.start(SECOND))).isSameAs(error);
  }

  @Test
  void cancel_betweenRuns_stopsTheLoop() {
    Deferred<LoopingCall> ended = loop.start(SECOND);
    ended.cancel();
    assertThat(loop.isRunning()).isFalse();
    assertThat(failureOf(ended)).hasMessage("Deferred (LoopingCall every 1s) was cancelled");
    assertThat(time.delayedCalls()).isEmpty();
  }

  @Test
  void start_labelled_namesItsCalls() {
    loop.label("heartbeat").start(SECOND);
    assertThat(time.labels()).containsExactly("LoopingCall (heartbeat) every 1s");
  }

  @Test
  void toString_namesStateAndNextRun() {
    assertThat(loop).hasToString("LoopingCall [not running]");
    loop.label("heartbeat").start(SECOND, false);
    assertThat(loop).hasToString("LoopingCall (heartbeat) [every 1s, next at t=1s]");
  }

  private void note() {
    runs.add(time.elapsed().toMillis() / 1000.0);
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis((long) (seconds * 1000));
  }

  static @Nullable Throwable failureOf(Deferred<?> deferred) {
    return deferred.state() instanceof Outcome.Failure<?> failure ? failure.error() : null;
  }

  @Test
  void stop_afterSomebodyCancelledItsCall_endsTheLoop() {
    LoopingCall loop = LoopingCall.of(time, () -> {});
    Deferred<LoopingCall> ended = loop.start(Duration.ofSeconds(1));
    time.delayedCalls().forEach(DelayedCall::cancel);
    loop.stop();
    assertThat(ended.isFired()).isTrue();
  }
}
