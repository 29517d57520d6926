// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import static dev.assay.deferred.Results.failure;
import static dev.assay.deferred.Results.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.ledger.Ledger;
import dev.assay.ledger.Watched;
import dev.assay.time.DelayedCall;
import dev.assay.time.ManualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Deferreds that are given up for lack of time. */
final class TimeoutTest {
  private static final Duration ONE = Duration.ofSeconds(1);
  private static final Duration TWO = Duration.ofSeconds(2);

  private final ManualTime time = new ManualTime();
  private final List<String> trace = new ArrayList<>();
  private final IOException gone = new IOException("gone");

  @Test
  void addTimeout_noResultInTime_failsAndSaysSo() {
    Deferred<Integer> deferred = new Deferred<Integer>().label("pong");
    deferred.addTimeout(TWO, time);
    time.advance(TWO.minusNanos(1));
    assertThat(deferred.isFired()).isFalse();
    time.advance(Duration.ofNanos(1));
    assertThat(failure(deferred))
        .isExactlyInstanceOf(TimeoutException.class)
        .hasMessage("Deferred (pong) had no result within 2s")
        .hasCauseExactlyInstanceOf(CancellationException.class);
    assertThat(time.delayedCalls()).isEmpty();
  }

  @Test
  void addTimeout_resultInTime_passesAndDisarmsTheCall() {
    Deferred<Integer> deferred = new Deferred<Integer>().addTimeout(ONE, time);
    assertThat(time.delayedCalls()).extracting(DelayedCall::due).containsExactly(ONE);
    assertThat(time.labels()).containsExactly("addTimeout");
    deferred.callback(1);
    assertThat(value(deferred)).isEqualTo(1);
    assertThat(time.delayedCalls()).isEmpty();
  }

  @Test
  void addTimeout_failureInTime_passesAndDisarmsTheCall() {
    Deferred<Integer> deferred = new Deferred<Integer>().addTimeout(ONE, time);
    deferred.errback(gone);
    assertThat(failure(deferred)).isSameAs(gone);
    assertThat(time.delayedCalls()).isEmpty();
  }

  @Test
  void addTimeout_alreadyFired_leavesNothingOnTheClock() {
    assertThat(value(Deferred.succeed(1).addTimeout(ONE, time))).isEqualTo(1);
    assertThat(time.delayedCalls()).isEmpty();
  }

  @Test
  void addTimeout_levelsAddedBefore_areCovered() {
    Deferred<Integer> inner = new Deferred<>(d -> trace.add("cancelling inner"));
    Deferred<Integer> deferred = Deferred.succeed(1).addDeferringCallback(v -> inner);
    deferred.addTimeout(ONE, time);
    time.advance(ONE);
    assertThat(trace).containsExactly("cancelling inner");
    assertThat(failure(deferred)).isInstanceOf(TimeoutException.class);
  }

  @Test
  void addTimeout_levelsAddedAfterwards_areNotCovered() {
    Deferred<Integer> inner = new Deferred<>(d -> trace.add("cancelling inner"));
    Deferred<Integer> deferred = new Deferred<Integer>().addTimeout(ONE, time);
    deferred.addDeferringCallback(v -> inner);
    deferred.callback(1);
    time.advance(TWO);
    assertThat(trace).isEmpty();
    assertThat(deferred.state()).isEqualTo(new DeferredState.Waiting<Integer>(inner));
  }

  @Test
  void addTimeout_errbackBeforeIt_takesTheCancellation() {
    Deferred<Integer> deferred = new Deferred<>();
    deferred.addErrback(CancellationException.class, e -> 7).addTimeout(ONE, time);
    time.advance(ONE);
    assertThat(value(deferred)).isEqualTo(7);
  }

  @Test
  void addTimeout_cancellerSucceeds_thatValuePasses() {
    Deferred<Integer> deferred = new Deferred<>(d -> d.callback(5));
    deferred.addTimeout(ONE, time);
    time.advance(ONE);
    assertThat(value(deferred)).isEqualTo(5);
  }

  @Test
  void addTimeout_cancellerFailsInAnotherWay_thatFailurePasses() {
    Deferred<Integer> deferred = new Deferred<>(d -> d.errback(gone));
    deferred.addTimeout(ONE, time);
    time.advance(ONE);
    assertThat(failure(deferred)).isSameAs(gone);
  }

  @Test
  void addTimeout_cancellerThrows_timesOutAllTheSame() throws Exception {
    Ledger ledger =
        Watched.run(
            () -> {
              Deferred<Integer> deferred =
                  new Deferred<>(
                      d -> {
                        throw gone;
                      });
              deferred.addTimeout(ONE, time);
              time.advance(ONE);
              assertThat(failure(deferred)).isInstanceOf(TimeoutException.class);
            });
    assertThat(ledger.flushLoggedErrors(IOException.class)).containsExactly(gone);
  }

  @Test
  void addTimeout_cancelledInTime_isCancelledNotTimedOut() {
    Deferred<Integer> deferred = new Deferred<Integer>().addTimeout(ONE, time);
    deferred.cancel();
    assertThat(failure(deferred)).isExactlyInstanceOf(CancellationException.class);
    assertThat(time.delayedCalls()).isEmpty();
  }

  @Test
  void addTimeout_lateFiring_isIgnoredOnce() {
    Deferred<Integer> deferred = new Deferred<Integer>().addTimeout(ONE, time);
    time.advance(ONE);
    deferred.callback(1);
    assertThat(failure(deferred)).isInstanceOf(TimeoutException.class);
    assertThatThrownBy(() -> deferred.callback(2)).isInstanceOf(AlreadyFiredException.class);
  }

  @Test
  void addTimeout_two_theShorterWinsInEitherOrder() {
    Deferred<Integer> shorterFirst =
        new Deferred<Integer>().addTimeout(ONE, time).addTimeout(TWO, time);
    Deferred<Integer> longerFirst =
        new Deferred<Integer>().addTimeout(TWO, time).addTimeout(ONE, time);
    time.advance(TWO);
    assertThat(failure(shorterFirst)).hasMessage("Deferred had no result within 1s");
    assertThat(failure(longerFirst)).hasMessage("Deferred had no result within 1s");
    assertThat(time.delayedCalls()).isEmpty();
  }

  @Test
  void addTimeout_zero_timesOutWithTheNextCalls() {
    Deferred<Integer> deferred = new Deferred<Integer>().addTimeout(Duration.ZERO, time);
    assertThat(deferred.isFired()).isFalse();
    time.advance(Duration.ZERO);
    assertThat(failure(deferred)).hasMessage("Deferred had no result within 0s");
  }

  @Test
  void addTimeout_negative_refusedAndTheChainIsUnchanged() {
    Deferred<Integer> deferred = new Deferred<>();
    assertThatThrownBy(() -> deferred.addTimeout(ONE.negated(), time))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(deferred).hasToString("Deferred [unfired]");
  }

  @Test
  void onTimeout_timedOut_takesTheOutcomeAndGivesTheResult() {
    Deferred<Integer> deferred = new Deferred<>();
    deferred.addTimeout(
        ONE,
        time,
        outcome -> {
          trace.add(outcome.toString());
          return 3;
        });
    time.advance(ONE);
    assertThat(value(deferred)).isEqualTo(3);
    assertThat(trace)
        .containsExactly(
            "Failure[error=java.util.concurrent.CancellationException: Deferred was cancelled]");
  }

  @Test
  void onTimeout_timedOutButTheCancellerSucceeded_takesThatValue() {
    Deferred<Integer> deferred = new Deferred<>(d -> d.callback(5));
    deferred.addTimeout(ONE, time, outcome -> (int) outcome.get() + 1);
    time.advance(ONE);
    assertThat(value(deferred)).isEqualTo(6);
  }

  @Test
  void onTimeout_throws_isTheFailure() {
    Deferred<Integer> deferred = new Deferred<>();
    deferred.addTimeout(
        ONE,
        time,
        outcome -> {
          throw gone;
        });
    time.advance(ONE);
    assertThat(failure(deferred)).isSameAs(gone);
  }

  @Test
  void onTimeout_resultInTimeOrCancelled_isNotCalled() {
    Deferred<Integer> inTime = new Deferred<Integer>().addTimeout(ONE, time, o -> note());
    inTime.callback(1);
    Deferred<Integer> cancelled = new Deferred<Integer>().addTimeout(ONE, time, o -> note());
    cancelled.cancel();
    time.advance(TWO);
    assertThat(value(inTime)).isEqualTo(1);
    assertThat(failure(cancelled)).isInstanceOf(CancellationException.class);
    assertThat(trace).isEmpty();
  }

  @Test
  void onTimeout_callDisarmedBySomebodyElse_isNotCalled() {
    Deferred<Integer> deferred = new Deferred<Integer>().addTimeout(ONE, time, o -> note());
    time.delayedCalls().forEach(DelayedCall::cancel);
    time.advance(TWO);
    deferred.callback(1);
    assertThat(value(deferred)).isEqualTo(1);
    assertThat(trace).isEmpty();
  }

  @Test
  void addTimeout_deadlineWhilePaused_countsWhenTheLevelsRun() {
    Deferred<Integer> deferred = new Deferred<>();
    deferred.addTimeout(ONE, time, outcome -> (int) outcome.get() + 10);
    deferred.pause();
    deferred.callback(1);
    time.advance(ONE);
    deferred.unpause();
    assertThat(value(deferred)).isEqualTo(11);
  }

  private int note() {
    trace.add("onTimeout");
    return -1;
  }
}
