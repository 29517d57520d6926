// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import static dev.assay.deferred.Results.failure;
import static dev.assay.deferred.Results.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Deferreds that would wait for themselves, directly or through others. */
final class RingTest {
  static Stream<List<Integer>> ordersOfThree() {
    return Stream.of(
        List.of(0, 1, 2),
        List.of(0, 2, 1),
        List.of(1, 0, 2),
        List.of(1, 2, 0),
        List.of(2, 0, 1),
        List.of(2, 1, 0));
  }

  @Test
  void addDeferring_returnsItsOwnDeferred_fails() {
    Deferred<Integer> deferred = new Deferred<Integer>().label("a");
    deferred.addDeferringCallback(v -> deferred);
    deferred.callback(1);
    assertThat(failure(deferred))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage(
            "Deferred (a) [succeeded: 1] would wait for itself forever:"
                + " a callback, a lambda of RingTest, returned Deferred (a) [succeeded: 1]");
    assertThat(value(deferred.addErrback(e -> 2))).isEqualTo(2);
  }

  @Test
  void addDeferring_returnsOneThatWaitsForIt_fails() {
    Deferred<Integer> a = new Deferred<Integer>().label("a");
    Deferred<Integer> b = new Deferred<Integer>().label("b");
    a.addDeferringCallback(v -> b);
    b.addDeferringCallback(v -> a);
    a.callback(1);
    b.pause();
    b.callback(2);
    assertThat(a.state()).isEqualTo(new DeferredState.Waiting<Integer>(b));
    b.unpause();
    assertThat(failure(a))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage(
            "Deferred (b) [succeeded: 2, 1 callback] would wait for itself forever:"
                + " a callback, a lambda of RingTest, returned"
                + " Deferred (a) [waiting for Deferred (b)],"
                + " which waits for Deferred (b) [succeeded: 2, 1 callback]");
    assertThat(value(b)).isNull();
  }

  @ParameterizedTest
  @MethodSource("ordersOfThree")
  void ringOfThree_firedInAnyOrder_lastOneFailsAndTheOthersWithIt(List<Integer> order) {
    List<Deferred<Integer>> ring =
        IntStream.range(0, 3).mapToObj(i -> new Deferred<Integer>().label("d" + i)).toList();
    for (int i = 0; i < 3; i++) {
      Deferred<Integer> next = ring.get((i + 1) % 3);
      ring.get(i).addDeferringCallback(v -> next);
    }
    ring.get(order.get(0)).callback(0);
    ring.get(order.get(1)).callback(0);
    Deferred<Integer> last = ring.get(order.get(2));
    Deferred<Integer> first = ring.get((order.get(2) + 1) % 3);
    last.callback(0);
    assertThat(failure(first))
        .hasMessageStartingWith(last.toString().substring(0, 13))
        .hasMessageContaining("would wait for itself forever");
    assertThat(value(last)).isNull();
    assertThat(ring).filteredOn(Deferred::isUnhandled).containsExactly(first);
  }

  @Test
  void ring_overAPausedOne_failsWhenItCloses() {
    Deferred<Integer> inner = Deferred.succeed(1);
    inner.pause();
    Deferred<Integer> outer = Deferred.succeed(0).addDeferringCallback(v -> inner);
    outer.addErrback(e -> -1);
    Deferred<Integer> behind = new Deferred<>();
    inner.addDeferringCallback(v -> behind);
    behind.addDeferringCallback(v -> inner);
    inner.unpause();
    assertThat(value(outer)).isEqualTo(1);
    behind.callback(2);
    assertThat(failure(inner)).hasMessageContaining("would wait for itself forever");
  }

  @Test
  void ring_long_messageIsCut() {
    List<Deferred<Integer>> ring = Stream.generate(Deferred<Integer>::new).limit(1_000).toList();
    Deferred<Integer> first = ring.get(0);
    for (int i = 0; i < ring.size(); i++) {
      Deferred<Integer> next = ring.get((i + 1) % ring.size());
      ring.get(i).addDeferringCallback(v -> next);
    }
    ring.forEach(deferred -> deferred.callback(0));
    assertThat(failure(first).getMessage()).endsWith(", and so on").hasSizeLessThan(1_000);
  }

  @Test
  void deferredThatWaitedOnce_mayBeWaitedForAgain() {
    Deferred<Integer> a = new Deferred<>();
    Deferred<Integer> b = new Deferred<>();
    a.addDeferringCallback(v -> b);
    a.callback(1);
    b.callback(2);
    b.addDeferringCallback(v -> a);
    assertThat(value(b)).isEqualTo(2);
    assertThat(value(a)).isNull();
  }

  @Test
  void chainDeferred_toItself_refused() {
    Deferred<Integer> deferred = new Deferred<Integer>().label("a");
    assertThatThrownBy(() -> deferred.chainDeferred(deferred))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("Deferred (a) [unfired] cannot be chained to itself: it would fire twice");
    deferred.callback(1);
    assertThat(value(deferred)).isEqualTo(1);
  }

  @Test
  void chainDeferred_inARing_firesEachOnceAndFailsTheLast() {
    Deferred<Integer> a = new Deferred<Integer>().label("a");
    Deferred<Integer> b = new Deferred<>();
    a.chainDeferred(b);
    b.chainDeferred(a);
    a.callback(1);
    assertThat(value(a)).isNull();
    assertThat(failure(b))
        .isInstanceOf(AlreadyFiredException.class)
        .hasMessageEndingWith("cannot fire with 1");
  }
}
