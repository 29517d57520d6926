// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import static dev.assay.deferred.Results.failure;
import static dev.assay.deferred.Results.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.time.DelayedCall;
import dev.assay.time.ManualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Deferreds made of a call or a delay. */
final class DeferredsTest {
  private static final Duration ONE = Duration.ofSeconds(1);

  private final ManualTime time = new ManualTime();
  private final IOException gone = new IOException("gone");

  @Test
  void execute_returns_hasFiredWithTheValue() {
    assertThat(value(Deferreds.execute(() -> 1))).isEqualTo(1);
    assertThat(value(Deferreds.<@Nullable String>execute(() -> null))).isNull();
  }

  @Test
  void execute_throws_hasFailed() {
    assertThat(failure(Deferreds.execute(() -> fails(gone)))).isSameAs(gone);
    StackOverflowError error = new StackOverflowError();
    assertThat(failure(Deferreds.execute(() -> fails(error)))).isSameAs(error);
  }

  @Test
  void execute_returnsADeferred_fails() {
    assertThat(failure(Deferreds.execute(Deferred<Integer>::new)))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("a Deferred cannot succeed with Deferred [unfired]; use that one instead");
  }

  @Test
  void maybeDeferred_returnsADeferred_isThatOne() {
    Deferred<Integer> deferred = new Deferred<>();
    assertThat(Deferreds.maybeDeferred(() -> deferred)).isSameAs(deferred);
  }

  @Test
  void maybeDeferred_throws_hasFailed() {
    assertThat(failure(Deferreds.<Integer>maybeDeferred(() -> fails(gone)))).isSameAs(gone);
  }

  @Test
  @SuppressWarnings("NullAway")
  void maybeDeferred_returnsNull_fails() {
    Callable<Deferred<Integer>> nothing = () -> null;
    assertThat(failure(Deferreds.maybeDeferred(nothing)))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessageContaining("returned null, not a Deferred");
  }

  @Test
  void deferLater_delayPasses_firesWithNull() {
    Deferred<@Nullable Void> later = Deferreds.deferLater(time, ONE);
    assertThat(time.labels()).containsExactly("deferLater");
    time.advance(ONE.minusNanos(1));
    assertThat(later.isFired()).isFalse();
    time.advance(ONE);
    assertThat(value(later)).isNull();
  }

  @Test
  void deferLater_ofACall_firesWithWhatItGivesThen() {
    List<String> trace = new ArrayList<>();
    Deferred<Integer> later =
        Deferreds.deferLater(
            time,
            ONE,
            () -> {
              trace.add("called");
              return 7;
            });
    assertThat(trace).isEmpty();
    time.advance(ONE);
    assertThat(trace).containsExactly("called");
    assertThat(value(later)).isEqualTo(7);
  }

  @Test
  void deferLater_theCallThrows_fails() {
    Deferred<Integer> later = Deferreds.deferLater(time, ONE, () -> fails(gone));
    time.advance(ONE);
    assertThat(failure(later)).isSameAs(gone);
  }

  @Test
  void deferLater_cancelled_disarmsTheCallAndFails() {
    List<String> trace = new ArrayList<>();
    Deferred<Boolean> later = Deferreds.deferLater(time, ONE, () -> trace.add("called"));
    later.cancel();
    assertThat(time.delayedCalls()).isEmpty();
    assertThat(failure(later)).isInstanceOf(CancellationException.class);
    time.advance(ONE);
    assertThat(trace).isEmpty();
  }

  @Test
  void deferLater_cancelledAfterItFired_doesNothing() {
    Deferred<@Nullable Void> later = Deferreds.deferLater(time, ONE);
    time.advance(ONE);
    later.cancel();
    assertThat(value(later)).isNull();
  }

  @Test
  void deferLater_twoInARow_takeTheSumOfTheirDelays() {
    List<Duration> fired = new ArrayList<>();
    Deferreds.deferLater(time, ONE)
        .addDeferringCallback(v -> Deferreds.deferLater(time, ONE))
        .addEffect(v -> fired.add(time.elapsed()));
    time.advance(ONE.multipliedBy(10));
    assertThat(fired).containsExactly(ONE.multipliedBy(2));
  }

  @Test
  void deferLater_timedOutFirst_leavesNothingOnTheClock() {
    Deferred<@Nullable Void> later =
        Deferreds.deferLater(time, ONE.multipliedBy(2)).addTimeout(ONE, time);
    assertThat(time.delayedCalls())
        .extracting(DelayedCall::due)
        .containsExactly(ONE, ONE.multipliedBy(2));
    time.advance(ONE);
    assertThat(failure(later)).hasMessage("Deferred had no result within 1s");
    assertThat(time.delayedCalls()).isEmpty();
  }

  @Test
  void deferLater_negativeDelay_refused() {
    assertThatThrownBy(() -> Deferreds.deferLater(time, ONE.negated()))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("delay must not be negative: PT-1S");
  }

  /** Fails with an error of any type. */
  @SuppressWarnings("TypeParameterUnusedInFormals")
  private static <T> T fails(Throwable error) throws Exception {
    if (error instanceof Error serious) {
      throw serious;
    }
    throw (Exception) error;
  }
}
