// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import static dev.assay.deferred.Results.failure;
import static dev.assay.deferred.Results.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Gatherings, races and queues nested far deeper than the stack of a thread. */
@Timeout(60) // what takes about a second takes hours if a step's cost grows with the depth
final class DeepNestTest {
  private static final int DEEP = 20_000;

  /** A way to wrap one Deferred into another. */
  @SuppressWarnings("ImmutableEnumChecker") // its functions have no state
  enum Nest {
    GATHER(inner -> keep(Deferreds.gather(List.of(inner)))),
    GATHER_LEAVING_ERRORS(inner -> keep(Deferreds.gather(List.of(inner), false))),
    LIST(inner -> keep(DeferredList.of(List.of(inner), ListFlag.CONSUME_ERRORS))),
    FIRST_OF_LIST(
        inner ->
            keep(
                DeferredList.of(
                    List.of(inner),
                    ListFlag.FIRE_ON_ONE_CALLBACK,
                    ListFlag.FIRE_ON_ONE_ERRBACK,
                    ListFlag.CONSUME_ERRORS))),
    RACE(inner -> keep(Deferreds.race(List.of(inner)))),
    WAIT(inner -> Deferred.succeed(0).addDeferringCallback(zero -> inner)),
    ALL_OF_THEM(
        inner -> RACE.wrap.apply(GATHER.wrap.apply(LIST.wrap.apply(WAIT.wrap.apply(inner)))));

    private final UnaryOperator<Deferred<Integer>> wrap;

    Nest(UnaryOperator<Deferred<Integer>> wrap) {
      this.wrap = wrap;
    }

    private static Deferred<Integer> keep(Deferred<?> wrapper) {
      return wrapper.addCallback(value -> 1);
    }

    /** Puts something into many of these, one around the other. */
    Deferred<Integer> around(Deferred<Integer> innermost) {
      Deferred<Integer> outer = innermost;
      for (int i = 0; i < DEEP; i++) {
        outer = wrap.apply(outer);
      }
      return outer;
    }
  }

  @ParameterizedTest
  @EnumSource
  void nest_innermostSucceeds_outermostDoes(Nest nest) {
    Deferred<Integer> inner = new Deferred<>();
    Deferred<Integer> outer = nest.around(inner);

    inner.callback(1);

    assertThat(value(outer)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void nest_innermostFails_outermostEnds(Nest nest) {
    Deferred<Integer> inner = new Deferred<>();
    Deferred<Integer> outer = nest.around(inner);

    inner.errback(new IllegalStateException("gone"));

    assertThat(outer.isFired()).isTrue();
    assertThat(outer.pauseCount()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void nest_outermostIsCancelled_innermostIs(Nest nest) {
    Deferred<Integer> inner = new Deferred<>();
    Deferred<Integer> outer = nest.around(inner);

    outer.cancel();

    assertThat(inner.isFired()).isTrue();
    assertThat(outer.isFired()).isTrue();
  }

  @Test
  void race_whoseWinnerIsDeep_cancelsTheDeepOthers() {
    Deferred<Integer> winner = new Deferred<>();
    Deferred<Integer> loser = new Deferred<>();
    Deferred<Indexed<Integer>> race =
        Deferreds.race(List.of(Nest.ALL_OF_THEM.around(winner), Nest.ALL_OF_THEM.around(loser)));

    winner.callback(1);

    assertThat(race.state()).isEqualTo(new Outcome.Success<>(new Indexed<>(0, 1)));
    assertThat(loser.isFired()).isTrue();
  }

  @Test
  void queue_whoseGettersEachPutTheNextItem_servesThemAll() {
    DeferredQueue<Integer> queue = new DeferredQueue<>();
    List<Deferred<@Nullable Void>> got = new ArrayList<>();
    List<Integer> items = new ArrayList<>();
    for (int i = 0; i < DEEP; i++) {
      got.add(
          queue
              .get()
              .<@Nullable Void>addCallback(
                  item -> {
                    items.add(item);
                    queue.put(item + 1);
                    return null;
                  }));
    }

    queue.put(0);

    assertThat(items).hasSize(DEEP).isSorted().startsWith(0, 1, 2);
    assertThat(queue.stored()).isEqualTo(1);
    assertThat(queue.waiting()).isZero();
    assertThat(got).allMatch(Deferred::isFired);
  }

  @Test
  void queue_thatIsAskedFromInsideAGetter_keepsTheOrder() {
    DeferredQueue<Integer> queue = new DeferredQueue<>();
    List<String> order = new ArrayList<>();
    chainOfPuts(queue, order, 100);
    queue.get().addEffect(item -> order.add("last " + item));

    queue.put(0);

    assertThat(order).hasSize(101).contains("99", "last 100");
    assertThat(order.subList(98, 101)).containsExactly("98", "99", "last 100");
  }

  private static void chainOfPuts(DeferredQueue<Integer> queue, List<String> order, int getters) {
    for (int i = 0; i < getters; i++) {
      queue
          .get()
          .addEffect(
              item -> {
                order.add("" + item);
                queue.put(item + 1);
              });
    }
  }

  @Test
  void cancelled_deepGather_failsWithTheFirstErrorAtEachDepth() {
    Deferred<Integer> inner = new Deferred<>();
    Deferred<Integer> outer = Deferreds.gather(List.of(inner)).addCallback(all -> 1);

    outer.cancel();

    assertThat(failure(outer))
        .isInstanceOf(FirstErrorException.class)
        .hasCauseInstanceOf(CancellationException.class);
  }
}
