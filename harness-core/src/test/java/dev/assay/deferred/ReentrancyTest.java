// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import static dev.assay.deferred.Results.failure;
import static dev.assay.deferred.Results.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** Deferreds that are touched where nobody should touch them. */
final class ReentrancyTest {
  private final List<String> trace = new ArrayList<>();

  /** A value whose text does something. */
  private record Meddling(Runnable meddle) {
    @Override
    public String toString() {
      meddle.run();
      return "meddling";
    }
  }

  @Test
  void textOfALateValue_cancelsTheDeferred_changesNothing() {
    Deferred<Object> deferred = Deferred.succeed(1);
    assertThatThrownBy(() -> deferred.callback(new Meddling(deferred::cancel)))
        .hasMessage("Deferred already fired and is now [succeeded: 1]; cannot fire with meddling");
    assertThat(value(deferred)).isEqualTo(1);
  }

  @Test
  void textOfAResult_addsACallback_runsItOnce() {
    Deferred<Object> deferred = new Deferred<>();
    List<Runnable> meddles = new ArrayList<>();
    meddles.add(() -> deferred.addEffect(v -> trace.add("added")));
    deferred.callback(new Meddling(() -> meddles.remove(0).run()));
    assertThat(deferred).hasToString("Deferred [succeeded: meddling]");
    assertThat(trace).containsExactly("added");
  }

  @Test
  void textOfAResult_isTheDeferredsOwn_comesToAnEnd() {
    Deferred<Object> deferred = new Deferred<>();
    deferred.callback(List.of(deferred));
    assertThat(deferred.toString()).startsWith("Deferred [succeeded: ").hasSizeLessThan(200);
  }

  @Test
  void canceller_addsLevelsAndPauses_theyRunAtTheUnpause() {
    Deferred<Integer> deferred =
        new Deferred<>(
            d -> {
              d.pause();
              d.addErrback(e -> 7);
            });
    deferred.cancel();
    assertThat(failure(deferred)).isInstanceOf(CancellationException.class);
    deferred.unpause();
    assertThat(value(deferred)).isEqualTo(7);
  }

  @Test
  void canceller_unpauses_levelsRunOnceItHasAResult() {
    Deferred<Integer> deferred = new Deferred<>(Deferred::unpause);
    deferred.addErrback(e -> 7);
    deferred.pause();
    deferred.cancel();
    assertThat(value(deferred)).isEqualTo(7);
  }

  @Test
  void canceller_chainsAnother_thatOneFailsToo() {
    Deferred<Integer> other = new Deferred<>();
    Deferred<Integer> deferred = new Deferred<>(d -> d.chainDeferred(other));
    deferred.cancel();
    assertThat(failure(other)).isInstanceOf(CancellationException.class);
    assertThat(value(deferred)).isNull();
  }

  @Test
  void cancellers_thatCancelEachOther_runOnceEach() {
    List<Deferred<Integer>> both = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      int other = 1 - i;
      both.add(
          new Deferred<>(
              d -> {
                trace.add("cancels " + other);
                both.get(other).cancel();
              }));
    }
    both.get(0).cancel();
    assertThat(trace).containsExactly("cancels 1", "cancels 0");
    assertThat(both).allMatch(d -> failure(d) instanceof CancellationException);
  }

  @Test
  void errback_cancelsItsOwnDeferred_doesNothing() {
    Deferred<Integer> deferred = new Deferred<>();
    deferred.addErrback(
        e -> {
          deferred.cancel();
          return 7;
        });
    deferred.cancel();
    assertThat(value(deferred)).isEqualTo(7);
  }

  @Test
  void callback_cancelsWhoeverFiredIt_changesNothing() {
    Deferred<Integer> second = new Deferred<>();
    Deferred<Integer> first = new Deferred<>(d -> second.callback(3));
    second.addEffect(v -> first.cancel()).addEffect(first::callback);
    first.cancel();
    assertThat(value(first)).isEqualTo(3);
    assertThat(value(second)).isEqualTo(3);
  }

  @Test
  void callbacks_recursingWithoutEnd_failAndLeaveTheDeferredUsable() {
    Deferred<Integer> deferred = recursing(0);
    assertThat(failure(deferred)).isInstanceOf(StackOverflowError.class);
    assertThat(value(deferred.addErrback(StackOverflowError.class, e -> 7))).isEqualTo(7);
  }

  private static Deferred<Integer> recursing(int depth) {
    return Deferred.succeed(depth).addDeferringCallback(v -> recursing(v + 1));
  }

  @Test
  void innerIsFiredByTheCallbackThatReturnsIt_itsResultIsTaken() {
    Deferred<Integer> inner = new Deferred<>();
    Deferred<Integer> outer =
        Deferred.succeed(0)
            .addDeferringCallback(
                v -> {
                  inner.callback(3);
                  return inner;
                });
    assertThat(value(outer)).isEqualTo(3);
    assertThat(value(inner)).isNull();
  }

  @Test
  void innerIsReturnedByTwoCallbacksOfOneChain_secondTakesNull() {
    Deferred<Integer> inner = Deferred.succeed(3);
    Deferred<Integer> outer = Deferred.succeed(0).addDeferringCallback(v -> inner);
    outer.addEffect(v -> trace.add("first " + v));
    outer.addDeferringCallback(v -> inner).addEffect(v -> trace.add("second " + v));
    assertThat(trace).containsExactly("first 3", "second null");
  }
}
