// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import static dev.assay.deferred.Results.failure;
import static dev.assay.deferred.Results.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.ledger.Ledger;
import dev.assay.ledger.Watched;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a Deferred gets its result, and what it says about it. */
final class FiringTest {
  private final IOException gone = new IOException("gone");

  @Test
  void callback_afterCallback_refused() {
    Deferred<Integer> deferred = new Deferred<Integer>().label("pong");
    deferred.callback(3);
    assertThatThrownBy(() -> deferred.callback(4))
        .isExactlyInstanceOf(AlreadyFiredException.class)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Deferred (pong) already fired and is now [succeeded: 3]; cannot fire with 4");
    assertThat(value(deferred)).isEqualTo(3);
  }

  @Test
  void errback_afterErrback_refused() {
    Deferred<Integer> deferred = Deferred.fail(gone);
    assertThatThrownBy(() -> deferred.errback(new IOException("again")))
        .isExactlyInstanceOf(AlreadyFiredException.class)
        .hasMessage(
            "Deferred already fired and is now [failed, unhandled: java.io.IOException: gone];"
                + " cannot fire with java.io.IOException: again");
    assertThat(failure(deferred)).isSameAs(gone);
  }

  @Test
  void callback_insideItsOwnCallback_refused() {
    Deferred<Integer> deferred = new Deferred<>();
    deferred.addEffect(v -> deferred.callback(v + 1));
    deferred.callback(1);
    assertThat(failure(deferred)).isInstanceOf(AlreadyFiredException.class);
  }

  @Test
  @SuppressWarnings("unchecked")
  void callback_withADeferred_refusedAndStillUnfired() {
    Deferred<Object> deferred = new Deferred<>().label("outer");
    Deferred<Integer> other = new Deferred<Integer>().label("inner");
    assertThatThrownBy(() -> deferred.callback(other))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage(
            "Deferred (outer) [unfired] cannot fire with Deferred (inner) [unfired];"
                + " use chainDeferred to pass the result on");
    assertThat(deferred.isFired()).isFalse();
  }

  @Test
  void succeed_withADeferred_refusedAndNothingIsLeftPending() throws Exception {
    Ledger ledger =
        Watched.run(
            () -> {
              Deferred<Integer> other = Deferred.succeed(1);
              assertThatThrownBy(() -> Deferred.succeed(other))
                  .isExactlyInstanceOf(IllegalStateException.class)
                  .hasMessage(
                      "a Deferred cannot succeed with Deferred#1 [succeeded: 1];"
                          + " use that one instead");
            });
    assertThat(ledger.snapshot()).isEmpty();
  }

  @Test
  void succeedAndFail_haveFired() {
    Deferred<Integer> succeeded = Deferred.succeed(1);
    assertThat(succeeded.isFired()).isTrue();
    assertThat(succeeded.isUnhandled()).isFalse();
    Deferred<Integer> failed = Deferred.fail(gone);
    assertThat(failed.isFired()).isTrue();
    assertThat(failed.isUnhandled()).isTrue();
    assertThatThrownBy(() -> succeeded.callback(2)).isInstanceOf(AlreadyFiredException.class);
  }

  @Test
  void state_anyMoment_saysWhatItIs() {
    Deferred<Integer> deferred = new Deferred<>();
    assertThat(deferred.state()).isEqualTo(new DeferredState.Unfired<Integer>());
    Deferred<Integer> inner = new Deferred<>();
    deferred.addDeferringCallback(v -> inner);
    deferred.callback(1);
    assertThat(deferred.state()).isEqualTo(new DeferredState.Waiting<Integer>(inner));
    inner.callback(2);
    assertThat(deferred.state()).isEqualTo(new Outcome.Success<>(2));
    assertThat(Deferred.fail(gone).state()).isEqualTo(new Outcome.Failure<>(gone));
  }

  @Test
  void state_failure_staysUnhandled() {
    Deferred<Integer> deferred = Deferred.fail(gone);
    assertThat(deferred.state()).isEqualTo(new Outcome.Failure<Integer>(gone));
    assertThat(deferred.isUnhandled()).isTrue();
    assertThat(value(deferred.addErrback(e -> 1))).isEqualTo(1);
    assertThat(deferred.isUnhandled()).isFalse();
  }

  @Test
  void isUnhandled_failureAgain_isTrueAgain() {
    Deferred<Integer> deferred = Deferred.fail(gone);
    deferred.addErrback(e -> 1);
    deferred.addBoth(
        o -> {
          throw gone;
        });
    assertThat(deferred.isUnhandled()).isTrue();
  }

  @Test
  void label_again_replacesTheFirst() {
    Deferred<Integer> deferred = new Deferred<>();
    assertThat(List.of(deferred.toString(), deferred.label("a").toString()))
        .containsExactly("Deferred [unfired]", "Deferred (a) [unfired]");
    assertThat(deferred.label("b")).hasToString("Deferred (b) [unfired]");
  }

  @Test
  void toString_anyState_saysIt() {
    Deferred<Integer> deferred = new Deferred<>();
    deferred.addCallback(v -> v);
    assertThat(deferred).hasToString("Deferred [unfired, 1 callback]");
    deferred.pause();
    assertThat(deferred).hasToString("Deferred [unfired, 1 callback, paused]");
    deferred.pause();
    deferred.addErrback(e -> 0);
    deferred.errback(gone);
    assertThat(deferred)
        .hasToString("Deferred [failed: java.io.IOException: gone, 2 callbacks, paused 2 times]");
    deferred.unpause();
    deferred.unpause();
    assertThat(deferred).hasToString("Deferred [succeeded: 0]");
    deferred.addDeferringCallback(v -> new Deferred<Integer>().label("inner"));
    deferred.addCallback(v -> v);
    assertThat(deferred).hasToString("Deferred [waiting for Deferred (inner), 1 callback]");
    assertThat(Deferred.fail(gone))
        .hasToString("Deferred [failed, unhandled: java.io.IOException: gone]");
  }

  @Test
  void toString_insideItsOwnCallback_saysWhatTheCallbackTook() {
    Deferred<Integer> deferred = new Deferred<>();
    deferred.callback(1);
    deferred.addCallback(v -> deferred.toString());
    assertThat(value(deferred)).isEqualTo("Deferred [succeeded: 1]");
  }
}
