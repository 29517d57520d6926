// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Trees of gatherings, lists, races and waits, of any shape, whose leaves end in any order. */
final class NestProperties {
  private final List<Deferred<Integer>> leaves = new ArrayList<>();

  /** Builds a tree; a leaf counts how often it was asked to stop. */
  private Deferred<Integer> tree(Random shape, int depth, int[] asked) {
    if (depth == 0 || shape.nextInt(4) == 0) {
      Deferred<Integer> leaf = new Deferred<>(ignored -> asked[0]++);
      leaves.add(leaf);
      return leaf;
    }
    int width = 1 + shape.nextInt(3);
    List<Deferred<Integer>> members = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      members.add(tree(shape, depth - 1, asked));
    }
    return switch (shape.nextInt(4)) {
      case 0 -> one(Deferreds.gather(members));
      case 1 -> one(DeferredList.of(members, ListFlag.CONSUME_ERRORS));
      case 2 -> one(Deferreds.race(members));
      default ->
          Deferred.succeed(0).addDeferringCallback(zero -> one(Deferreds.gather(members, true)));
    };
  }

  private static Deferred<Integer> one(Deferred<?> of) {
    return of.addCallback(value -> 1);
  }

  private static <T extends @Nullable Object> boolean hasEnded(Deferred<T> deferred) {
    return deferred.state() instanceof Outcome;
  }

  @Property(tries = 200)
  void tree_whoseLeavesEnd_ends(
      @ForAll long seed, @ForAll @IntRange(max = 5) int depth, @ForAll Random order) {
    leaves.clear();
    Deferred<Integer> root = tree(new Random(seed), depth, new int[1]);
    List<Deferred<Integer>> rest = new ArrayList<>(leaves);
    while (!rest.isEmpty()) {
      Deferred<Integer> next = rest.remove(order.nextInt(rest.size()));
      if (next.isFired()) {
        continue; // a race has cancelled it
      }
      if (order.nextBoolean()) {
        next.callback(1);
      } else {
        next.errback(new IllegalStateException("gone"));
      }
    }
    assertThat(hasEnded(root)).isTrue();
  }

  @Property(tries = 200)
  void tree_cancelledAtAnyMoment_endsAndAsksEachLeafOnce(
      @ForAll long seed, @ForAll @IntRange(max = 5) int depth, @ForAll Random order) {
    leaves.clear();
    int[] asked = new int[1];
    Deferred<Integer> root = tree(new Random(seed), depth, asked);
    int ended = 0;
    for (Deferred<Integer> leaf : List.copyOf(leaves)) {
      if (!leaf.isFired() && order.nextInt(3) == 0) {
        leaf.callback(1);
        ended++;
      }
    }
    root.cancel();
    assertThat(hasEnded(root)).isTrue();
    assertThat(asked[0]).isLessThanOrEqualTo(leaves.size() - ended);
    root.cancel();
    assertThat(leaves.stream().filter(Deferred::isFired).count()).isEqualTo(asked[0] + ended);
  }
}
