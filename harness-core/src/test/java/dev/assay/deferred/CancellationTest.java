// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import static dev.assay.deferred.Results.failure;
import static dev.assay.deferred.Results.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.ledger.Ledger;
import dev.assay.ledger.Watched;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every state in which a Deferred may be cancelled. */
final class CancellationTest {
  private final List<String> trace = new ArrayList<>();
  private final IOException gone = new IOException("gone");

  @Test
  void cancel_unfiredWithoutCanceller_fails() {
    Deferred<Integer> deferred = new Deferred<Integer>().label("page");
    deferred.cancel();
    assertThat(failure(deferred))
        .isExactlyInstanceOf(CancellationException.class)
        .hasMessage("Deferred (page) was cancelled");
    assertThat(deferred.isUnhandled()).isTrue();
  }

  @Test
  void cancel_withoutCanceller_firstLateFiringIsIgnoredAndTheSecondRefused() {
    Deferred<Integer> deferred = new Deferred<>();
    deferred.addErrback(e -> 0);
    deferred.cancel();
    deferred.callback(1);
    assertThat(value(deferred)).isEqualTo(0);
    assertThatThrownBy(() -> deferred.callback(2))
        .isInstanceOf(AlreadyFiredException.class)
        .hasMessage("Deferred already fired and is now [succeeded: 0]; cannot fire with 2");
  }

  @Test
  void cancel_withoutCanceller_lateErrbackIsIgnoredOnce() {
    Deferred<Integer> deferred = new Deferred<>();
    deferred.cancel();
    deferred.errback(gone);
    assertThat(failure(deferred)).isInstanceOf(CancellationException.class);
    assertThatThrownBy(() -> deferred.errback(gone)).isInstanceOf(AlreadyFiredException.class);
  }

  @Test
  void cancel_cancellerFires_thatResultStands() {
    Deferred<Integer> succeeds = new Deferred<>(d -> d.callback(5));
    succeeds.cancel();
    assertThat(value(succeeds)).isEqualTo(5);
    Deferred<Integer> fails = new Deferred<>(d -> d.errback(gone));
    fails.cancel();
    assertThat(failure(fails)).isSameAs(gone);
  }

  @Test
  void cancel_cancellerDoesNotFire_failsAndNoLateFiringIsIgnored() {
    Deferred<Integer> deferred = new Deferred<>(d -> trace.add("cancelling " + d));
    deferred.cancel();
    assertThat(trace).containsExactly("cancelling Deferred [unfired]");
    assertThat(failure(deferred)).isInstanceOf(CancellationException.class);
    assertThatThrownBy(() -> deferred.callback(1)).isInstanceOf(AlreadyFiredException.class);
  }

  @Test
  void cancel_cancellerThrows_isLoggedAndTheDeferredFails() throws Exception {
    for (Throwable thrown : List.of(gone, new AssertionError("no"), new StackOverflowError())) {
      Ledger ledger =
          Watched.run(
              () -> {
                Deferred<Integer> deferred = new Deferred<>(d -> fails(thrown));
                deferred.cancel();
                assertThat(failure(deferred)).isInstanceOf(CancellationException.class);
              });
      assertThat(
              ledger.flushErrors(error -> !(error instanceof CancellationException), error -> true))
          .containsExactly(thrown);
    }
  }

  @Test
  void cancel_cancellerFiresThenThrows_resultStandsAndTheErrorIsLogged() throws Exception {
    Ledger ledger =
        Watched.run(
            () -> {
              Deferred<Integer> deferred =
                  new Deferred<>(
                      d -> {
                        d.callback(5);
                        throw gone;
                      });
              deferred.cancel();
              assertThat(value(deferred)).isEqualTo(5);
            });
    assertThat(ledger.snapshot())
        .singleElement()
        .asString()
        .startsWith("LoggedError#1: canceller of Deferred#1: java.io.IOException: gone; created");
  }

  @Test
  void cancel_insideItsOwnCanceller_doesNothing() {
    Deferred<Integer> deferred =
        new Deferred<>(
            d -> {
              trace.add("cancelling");
              d.cancel();
              assertThat(d.isFired()).isFalse();
            });
    deferred.cancel();
    assertThat(trace).containsExactly("cancelling");
    assertThat(failure(deferred)).isInstanceOf(CancellationException.class);
    assertThatThrownBy(() -> deferred.callback(1)).isInstanceOf(AlreadyFiredException.class);
  }

  @Test
  void cancel_insideItsOwnCancellerBeforeItFires_thatResultStands() {
    Deferred<Integer> deferred =
        new Deferred<>(
            d -> {
              d.cancel();
              d.callback(5);
            });
    deferred.cancel();
    assertThat(value(deferred)).isEqualTo(5);
  }

  @Test
  void cancel_twice_runsTheCancellerOnce() {
    Deferred<Integer> deferred = new Deferred<>(d -> trace.add("cancelling"));
    deferred.addErrback(e -> 0);
    deferred.cancel();
    deferred.cancel();
    assertThat(trace).containsExactly("cancelling");
    assertThat(value(deferred)).isEqualTo(0);
  }

  @Test
  void cancel_hasResult_doesNothing() {
    Deferred<Integer> deferred = new Deferred<>(d -> trace.add("cancelling"));
    deferred.callback(1);
    deferred.cancel();
    assertThat(value(deferred)).isEqualTo(1);
    assertThat(trace).isEmpty();
  }

  @Test
  void cancel_insideItsOwnCallback_doesNothing() {
    Deferred<Integer> deferred = new Deferred<>(d -> trace.add("cancelling"));
    deferred.addEffect(v -> deferred.cancel());
    deferred.callback(1);
    assertThat(value(deferred)).isEqualTo(1);
    assertThat(trace).isEmpty();
  }

  @Test
  void cancel_waiting_cancelsTheInnermost() {
    Deferred<Integer> innermost = new Deferred<>(d -> trace.add("innermost"));
    Deferred<Integer> middle = new Deferred<>(d -> trace.add("middle"));
    Deferred<Integer> outer = new Deferred<>(d -> trace.add("outer"));
    middle.addDeferringCallback(v -> innermost);
    outer.addDeferringCallback(v -> middle).callback(1);
    middle.callback(2);
    outer.cancel();
    assertThat(trace).containsExactly("innermost");
    assertThat(failure(outer)).isInstanceOf(CancellationException.class);
    assertThat(value(middle)).isNull();
    assertThat(value(innermost)).isNull();
  }

  @Test
  void cancel_waitingAndTheInnerHandlesIt_outerGoesOn() {
    Deferred<Integer> inner = new Deferred<Integer>().addErrback(e -> 9);
    Deferred<Integer> outer = Deferred.succeed(1).addDeferringCallback(v -> inner);
    outer.cancel();
    assertThat(value(outer)).isEqualTo(9);
  }

  @Test
  void cancel_waitingForAPausedOne_doesNothing() {
    Deferred<Integer> inner = Deferred.succeed(1);
    inner.pause();
    Deferred<Integer> outer = Deferred.succeed(0).addDeferringCallback(v -> inner);
    outer.cancel();
    assertThat(outer.state()).isEqualTo(new DeferredState.Waiting<Integer>(inner));
    inner.unpause();
    assertThat(value(outer)).isEqualTo(1);
  }

  @Test
  void cancel_paused_failsNowAndRunsWhenUnpaused() {
    Deferred<Integer> deferred = new Deferred<>();
    deferred.addErrback(e -> 7);
    deferred.pause();
    deferred.cancel();
    assertThat(failure(deferred)).isInstanceOf(CancellationException.class);
    deferred.unpause();
    assertThat(value(deferred)).isEqualTo(7);
  }

  @Test
  void cancel_insideACallbackOfWhatItWaitsFor_reachesNobody() {
    Deferred<Integer> inner = new Deferred<>();
    Deferred<Integer> outer = new Deferred<>();
    inner.addEffect(v -> outer.cancel());
    outer.addDeferringCallback(v -> inner).callback(0);
    inner.callback(3);
    assertThat(value(outer)).isEqualTo(3);
  }

  @Test
  void canceller_firesAnotherWhoseCallbackFiresTheCancelledOne_thatResultStands() {
    Deferred<Integer> other = new Deferred<>();
    Deferred<Integer> deferred = new Deferred<>(d -> other.callback(4));
    other.addEffect(deferred::callback);
    deferred.cancel();
    assertThat(value(deferred)).isEqualTo(4);
    assertThat(value(other)).isEqualTo(4);
  }

  @Test
  void cancel_insideACallbackOfAnother_runsTheCallbacksOfTheCancelledOneInside() {
    Deferred<@Nullable Integer> victim = new Deferred<>();
    victim.addErrback(
        e -> {
          trace.add("victim");
          return null;
        });
    Deferred.succeed(1).addEffect(v -> victim.cancel()).addEffect(v -> trace.add("after"));
    assertThat(trace).containsExactly("victim", "after");
  }

  @Test
  void cancel_ofAChainedDeferred_doesNotReachTheOneItIsChainedTo() {
    Deferred<Integer> from = new Deferred<>(d -> trace.add("from"));
    Deferred<Integer> to = new Deferred<>();
    from.chainDeferred(to);
    to.cancel();
    assertThat(trace).isEmpty();
    assertThat(from.isFired()).isFalse();
    from.callback(1);
    assertThat(failure(to)).isInstanceOf(CancellationException.class);
    assertThat(value(from)).isNull();
  }

  @Test
  void cancel_ofOneThatOthersAreChainedTo_reachesThem() {
    Deferred<Integer> from = new Deferred<>();
    Deferred<Integer> to = new Deferred<>();
    from.chainDeferred(to);
    from.cancel();
    assertThat(failure(to)).isInstanceOf(CancellationException.class);
    assertThat(value(from)).isNull();
    assertThat(from.isUnhandled()).isFalse();
    assertThat(to.isUnhandled()).isTrue();
  }

  private static void fails(Throwable error) throws Throwable {
    throw error;
  }
}
