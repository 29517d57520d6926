// SPDX-License-Identifier: Apache-2.0
package dev.assay.task;

import static dev.assay.task.LoopingCallTest.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Outcome;
import dev.assay.ledger.Ledger;
import dev.assay.pending.Pending;
import dev.assay.pending.PendingKind;
import dev.assay.time.ManualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** A looping call whose body gives Deferreds. */
final class LoopingCallDeferringTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final ManualTime time = new ManualTime();

  /** What the body gave, in order. */
  private final List<Deferred<String>> given = new ArrayList<>();

  private final LoopingCall loop = LoopingCall.ofDeferring(time, this::give);

  @Test
  void body_unfired_holdsUpTheNextRunAndKeepsTheGrid() {
    loop.start(SECOND);
    time.advance(Duration.ofMillis(2_500));
    assertThat(given).hasSize(1);
    given.get(0).callback("done");
    assertThat(time.delayedCalls()).singleElement().hasToString("PT3S");
    time.advance(Duration.ofMillis(500));
    assertThat(given).hasSize(2);
  }

  @Test
  void body_fails_failsTheLoop() {
    IOException error = new IOException("gone");
    Deferred<LoopingCall> ended = loop.start(SECOND);
    given.get(0).errback(error);
    assertThat(failureOf(ended)).isSameAs(error);
    assertThat(given.get(0).isUnhandled()).isFalse();
    assertThat(loop.isRunning()).isFalse();
  }

  @Test
  @SuppressWarnings("NullAway")
  void body_givesNull_failsTheLoop() {
    LoopingCall careless = LoopingCall.ofDeferring(time, () -> null);
    assertThat(failureOf(careless.start(SECOND)))
        .hasMessage(
            "the body of a LoopingCall, a lambda of LoopingCallDeferringTest, returned null,"
                + " not a Deferred; for a body that returns no Deferred, use LoopingCall.of");
  }

  @Test
  void withCountDeferring_slowBody_countsWhatItMissed() {
    List<Long> counts = new ArrayList<>();
    LoopingCall counting =
        LoopingCall.withCountDeferring(
            time,
            count -> {
              counts.add(count);
              return give();
            });
    counting.start(SECOND);
    time.advance(Duration.ofMillis(3_500));
    given.get(0).callback("done");
    time.advance(Duration.ofMillis(500));
    assertThat(counts).containsExactly(1L, 4L);
  }

  @Test
  void stop_bodyNotDone_endsTheLoopWhenItIs() {
    Deferred<LoopingCall> ended = loop.start(SECOND);
    loop.stop();
    assertThat(loop.isRunning()).isFalse();
    assertThat(ended.isFired()).isFalse();
    given.get(0).callback("done");
    assertThat(ended.state()).isEqualTo(new Outcome.Success<>(loop));
    assertThat(time.delayedCalls()).isEmpty();
  }

  @Test
  void reset_bodyNotDone_keepsTheGrid() {
    loop.start(SECOND);
    time.advance(Duration.ofMillis(500));
    loop.reset();
    given.get(0).callback("done");
    assertThat(time.delayedCalls()).singleElement().hasToString("PT1S");
  }

  /** The state of Twisted's LoopingCall is corrupt after this: its issue 2998. */
  @Test
  void start_formerBodyNotDone_isALoopOfItsOwn() {
    Deferred<LoopingCall> formerEnd = loop.start(SECOND);
    loop.stop();
    Deferred<LoopingCall> end = loop.start(Duration.ofSeconds(10));
    assertThat(given).hasSize(2);

    given.get(0).callback("former");
    assertThat(formerEnd.isFired()).isTrue();
    assertThat(end.isFired()).isFalse();
    assertThat(time.delayedCalls()).isEmpty();

    given.get(1).callback("latter");
    assertThat(time.delayedCalls()).singleElement().hasToString("PT10S");
    loop.stop();
    assertThat(end.state()).isEqualTo(new Outcome.Success<>(loop));
    assertThat(time.delayedCalls()).isEmpty();
  }

  @Test
  void start_formerBodyFails_keepsRunning() {
    IOException error = new IOException("gone");
    Deferred<LoopingCall> formerEnd = loop.start(SECOND);
    loop.stop();
    Deferred<LoopingCall> end = loop.start(SECOND, false);
    given.get(0).errback(error);
    assertThat(failureOf(formerEnd)).isSameAs(error);
    assertThat(loop.isRunning()).isTrue();
    time.advance(SECOND);
    assertThat(given).hasSize(2);
    assertThat(end.isFired()).isFalse();
  }

  @Test
  void cancel_bodyNotDone_cancelsItsDeferred() {
    Deferred<LoopingCall> ended = loop.start(SECOND);
    ended.cancel();
    assertThat(given.get(0).isFired()).isTrue();
    assertThat(failureOf(ended)).isInstanceOf(CancellationException.class);
    assertThat(loop.isRunning()).isFalse();
    assertThat(time.delayedCalls()).isEmpty();
  }

  @Test
  void cancel_bodyMakesTheBestOfIt_stopsTheLoopAllTheSame() {
    LoopingCall patient =
        LoopingCall.ofDeferring(time, () -> new Deferred<String>(d -> d.callback("best")));
    Deferred<LoopingCall> ended = patient.start(SECOND);
    ended.cancel();
    assertThat(ended.state()).isEqualTo(new Outcome.Success<>(patient));
    assertThat(time.delayedCalls()).isEmpty();
  }

  @Test
  void cancel_inTheBody_leavesLaterFailuresToTheBodysDeferred() {
    List<Deferred<LoopingCall>> end = new ArrayList<>();
    LoopingCall cancelling =
        LoopingCall.ofDeferring(
            time,
            () -> {
              end.get(0).cancel();
              return give();
            });
    end.add(cancelling.start(SECOND, false));
    time.advance(SECOND);
    assertThat(failureOf(end.get(0))).isInstanceOf(CancellationException.class);
    given.get(0).errback(new IOException("gone"));
    assertThat(given.get(0).isUnhandled()).isTrue();
  }

  @Test
  void cancel_inTheBodyThatThrows_logsWhatItThrew() {
    Ledger ledger = new Ledger();
    List<Deferred<LoopingCall>> end = new ArrayList<>();
    Ledger.Binding binding = ledger.bind();
    try {
      LoopingCall cancelling =
          LoopingCall.of(
              time,
              () -> {
                end.get(0).cancel();
                throw new IllegalStateException("gone");
              });
      end.add(cancelling.start(SECOND, false).addErrback(error -> cancelling));
      time.advance(SECOND);
    } finally {
      binding.close();
    }
    assertThat(ledger.snapshot())
        .extracting(Pending::kind, Pending::detail)
        .containsExactly(
            tuple(
                PendingKind.LOGGED_ERROR,
                "body of LoopingCall every 1s: java.lang.IllegalStateException: gone"));
  }

  @Test
  void toString_bodyNotDone_namesWhatItWaitsFor() {
    loop.start(SECOND);
    assertThat(loop)
        .hasToString("LoopingCall [every 1s, waiting for Deferred [unfired, 1 callback]]");
  }

  private Deferred<String> give() {
    Deferred<String> deferred = new Deferred<>();
    given.add(deferred);
    return deferred;
  }
}
