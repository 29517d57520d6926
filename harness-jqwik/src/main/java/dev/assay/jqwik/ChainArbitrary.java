// SPDX-License-Identifier: Apache-2.0
package dev.assay.jqwik;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** The arbitrary of callback chains, which define their own shrinking. */
final class ChainArbitrary {
  private static final int STEPS = 10;
  private static final int DEPTH = 2;

  private ChainArbitrary() {}

  /** The action of a step, with its frequency. */
  private enum Kind {
    ADD_CALLBACK(4),
    ADD_ERRBACK(2),
    ADD_BOTH(2),
    ADD_CALLBACKS(2),
    CALLBACK(3),
    ERRBACK(2),
    PAUSE(1),
    UNPAUSE(1),
    CANCEL(2),
    CHAIN(1);

    final int weight;

    Kind(int weight) {
      this.weight = weight;
    }
  }

  /** Makes chains that fire the given Deferred, or leave that to others. */
  static Arbitrary<CallbackChain> chains(boolean firing) {
    return chains(firing, STEPS);
  }

  /**
   * Makes chains that fire the given Deferred, or leave that to others.
   *
   * @param most the number of steps that a chain has at most, without those inside functions
   */
  static Arbitrary<CallbackChain> chains(boolean firing, int most) {
    Arbitrary<CallbackChain> chains =
        Combinators.combine(
                Arbitraries.of(Cancels.class).list().ofSize(ChainText.NAMES.size() - 1),
                steps(DEPTH, firing).list().ofMaxSize(most))
            .as(CallbackChain::new);
    return Arbitraries.fromGeneratorWithSize(
        size ->
            chains
                .generator(size)
                .mapShrinkable(shrinkable -> new Simpler(shrinkable.value(), firing)));
  }

  private static Arbitrary<Step> steps(int depth, boolean firing) {
    Arbitrary<Step.Function> function = functions(depth, firing);
    return Combinators.combine(kinds(), numbers(), numbers(), function, function)
        .as((kind, on, to, first, second) -> step(firing, kind, on, to, first, second));
  }

  private static Arbitrary<Step.Function> functions(int depth, boolean firing) {
    Arbitrary<List<Step>> inside =
        depth == 0 ? Arbitraries.just(List.of()) : steps(depth - 1, firing).list().ofMaxSize(depth);
    return Combinators.combine(inside, Arbitraries.of(Step.End.class), numbers())
        .as((steps, end, to) -> new Step.Function(steps, end, to, ""));
  }

  private static Arbitrary<Kind> kinds() {
    List<Kind> weighted = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      for (int i = 0; i < kind.weight; i++) {
        weighted.add(kind);
      }
    }
    return Arbitraries.of(weighted);
  }

  private static Arbitrary<Integer> numbers() {
    return Arbitraries.integers().between(0, ChainText.NAMES.size() - 1);
  }

  private static Step step(
      boolean firing, Kind kind, int on, int to, Step.Function first, Step.Function second) {
    int fired = firing || on > 0 ? on : 1;
    return switch (kind) {
      case ADD_CALLBACK -> new Step.Add(on, Step.Level.CALLBACK, List.of(first));
      case ADD_ERRBACK -> new Step.Add(on, Step.Level.ERRBACK, List.of(first));
      case ADD_BOTH -> new Step.Add(on, Step.Level.BOTH, List.of(first));
      case ADD_CALLBACKS -> new Step.Add(on, Step.Level.CALLBACKS, List.of(first, second));
      case CANCEL -> new Step.Touch(on, Step.Touch.Kind.CANCEL);
      case PAUSE -> new Step.Touch(on, Step.Touch.Kind.PAUSE);
      case UNPAUSE -> new Step.Touch(on, Step.Touch.Kind.UNPAUSE);
      case CHAIN -> new Step.Chain(on, firing || to > 0 ? to : 1);
      case CALLBACK -> new Step.Fire(fired, false, "");
      case ERRBACK -> new Step.Fire(fired, true, "");
    };
  }
}
