// SPDX-License-Identifier: Apache-2.0
package dev.assay.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

final class CallQueueProperties {
  private static final Comparator<PlainCall> ORDER =
      Comparator.comparingLong(PlainCall::dueNanos).thenComparingLong(PlainCall::arming);

  /** One use of the queue: what is done, with a distance in time or the number of a call. */
  record Use(Kind kind, long distance) {}

  enum Kind {
    ADD,
    REMOVE,
    MOVE,
    POLL
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void anyUses_giveTheSameCallsAsASortedList(
      @ForAll @IntRange(max = 20) int few, @ForAll("uses") List<Use> uses) {
    Pair pair = new Pair(few);
    for (Use use : uses) {
      pair.apply(use);
      assertThat(pair.queue.size()).isEqualTo(pair.list.size());
    }
    assertThat(pair.queue.snapshot()).isEqualTo(pair.list);
    while (!pair.list.isEmpty()) {
      pair.poll(Long.MAX_VALUE);
    }
    assertThat(pair.queue.first(Long.MAX_VALUE)).isNull();
  }

  @Provide
  Arbitrary<List<Use>> uses() {
    Arbitrary<Long> distance =
        Arbitraries.oneOf(
            Arbitraries.longs().between(0, 3),
            Arbitraries.longs().between(0, 5_000),
            Arbitraries.longs().between(0, 1L << 42),
            Arbitraries.of(Long.MAX_VALUE, Long.MAX_VALUE - 1, Long.MAX_VALUE / 2));
    Arbitrary<Kind> kind =
        Arbitraries.of(Kind.ADD, Kind.ADD, Kind.ADD, Kind.REMOVE, Kind.MOVE, Kind.POLL, Kind.POLL);
    return Combinators.combine(kind, distance).as(Use::new).list().ofMaxSize(120);
  }

  /** The queue and what it must equal: a list that is sorted after each use. */
  private static final class Pair {
    private final CallQueue<PlainCall> queue;
    private final List<PlainCall> list = new ArrayList<>();
    private long now;
    private long armings;

    private Pair(int few) {
      queue = new CallQueue<>(few);
    }

    private void apply(Use use) {
      switch (use.kind) {
        case ADD -> add(new PlainCall(), use.distance);
        case REMOVE -> take(use.distance);
        case MOVE -> {
          PlainCall call = take(use.distance);
          if (call != null) {
            add(call, use.distance);
          }
        }
        case POLL -> poll(Nanos.saturated(now, use.distance));
      }
    }

    private void add(PlainCall call, long distance) {
      call.place(Nanos.saturated(now, distance), armings++);
      queue.add(call);
      list.add(call);
      list.sort(ORDER);
    }

    private @Nullable PlainCall take(long number) {
      if (list.isEmpty()) {
        return null;
      }
      PlainCall call = list.remove((int) (number % list.size()));
      queue.remove(call);
      return call;
    }

    private void poll(long limit) {
      PlainCall expected = list.isEmpty() || list.get(0).dueNanos() > limit ? null : list.get(0);
      PlainCall first = queue.first(limit);
      assertThat(first).isSameAs(expected);
      if (first != null) {
        queue.remove(first);
        list.remove(0);
      }
      now = Math.max(now, first == null ? limit : first.due);
    }
  }
}
