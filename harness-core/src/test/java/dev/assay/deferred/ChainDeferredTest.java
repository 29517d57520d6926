// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import static dev.assay.deferred.Results.failure;
import static dev.assay.deferred.Results.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Results handed over explicitly. */
final class ChainDeferredTest {
  private final List<String> trace = new ArrayList<>();
  private final IOException gone = new IOException("gone");
  private final Deferred<Integer> from = new Deferred<>();
  private final Deferred<Integer> to = new Deferred<>();

  @Test
  void chainDeferred_value_firesTheOtherAndLeavesNull() {
    from.chainDeferred(to);
    from.callback(1);
    assertThat(value(to)).isEqualTo(1);
    assertThat(value(from)).isNull();
  }

  @Test
  void chainDeferred_failure_failsTheOtherWhichOwnsIt() {
    from.chainDeferred(to);
    from.errback(gone);
    assertThat(failure(to)).isSameAs(gone);
    assertThat(to.isUnhandled()).isTrue();
    assertThat(value(from)).isNull();
    assertThat(from.isUnhandled()).isFalse();
  }

  @Test
  void chainDeferred_alreadyFired_firesTheOtherNow() {
    Deferred.succeed(1).chainDeferred(to);
    assertThat(value(to)).isEqualTo(1);
  }

  @Test
  void chainDeferred_betweenCallbacks_takesTheResultOfThatPlace() {
    from.addCallback(v -> v + 1).chainDeferred(to);
    from.addEffect(v -> trace.add("from " + v));
    to.addEffect(v -> trace.add("to " + v));
    from.callback(1);
    assertThat(trace).containsExactly("to 2", "from null");
  }

  @Test
  void chainDeferred_otherHasFired_failsTheOneThatHandsOver() {
    to.callback(7);
    from.chainDeferred(to);
    from.callback(1);
    assertThat(failure(from))
        .isInstanceOf(AlreadyFiredException.class)
        .hasMessage("Deferred already fired and is now [succeeded: 7]; cannot fire with 1");
    assertThat(value(to)).isEqualTo(7);
  }

  @Test
  void chainDeferred_otherPaused_firesItAndGoesOn() {
    to.pause();
    to.addEffect(v -> trace.add("to"));
    from.chainDeferred(to);
    from.addEffect(v -> trace.add("from"));
    from.callback(1);
    assertThat(trace).containsExactly("from");
    to.unpause();
    assertThat(trace).containsExactly("from", "to");
  }

  @Test
  void chainDeferred_otherWaits_goesOn() {
    Deferred<Integer> inner = new Deferred<>();
    to.addDeferringCallback(v -> inner);
    from.chainDeferred(to);
    from.addEffect(v -> trace.add("from"));
    from.callback(1);
    assertThat(trace).containsExactly("from");
    inner.callback(2);
    assertThat(value(to)).isEqualTo(2);
  }

  @Test
  void chainDeferred_callbackOfTheOtherAddsToTheFirst_runsAfterwards() {
    to.addEffect(
        v -> {
          from.addEffect(w -> trace.add("added to from"));
          trace.add("to");
        });
    from.chainDeferred(to);
    from.addEffect(v -> trace.add("from"));
    from.callback(1);
    assertThat(trace).containsExactly("to", "from", "added to from");
  }

  @Test
  void chainDeferred_toTwo_secondTakesNull() {
    Deferred<Integer> second = new Deferred<>();
    from.chainDeferred(to);
    from.chainDeferred(second);
    from.callback(1);
    assertThat(value(to)).isEqualTo(1);
    assertThat(value(second)).isNull();
  }

  @Test
  void chainDeferred_fromTwo_secondHandoverFails() {
    Deferred<Integer> second = new Deferred<>();
    from.chainDeferred(to);
    second.chainDeferred(to);
    from.callback(1);
    second.callback(2);
    assertThat(value(to)).isEqualTo(1);
    assertThat(failure(second)).isInstanceOf(AlreadyFiredException.class);
  }

  @Test
  void chainDeferred_otherHoldsTheResultOfAWaitingOne_bothGoOn() {
    Deferred<Integer> outer = Deferred.succeed(0).addDeferringCallback(v -> to);
    from.chainDeferred(to);
    from.callback(1);
    assertThat(value(outer)).isEqualTo(1);
    assertThat(value(to)).isNull();
    assertThat(value(from)).isNull();
  }
}
