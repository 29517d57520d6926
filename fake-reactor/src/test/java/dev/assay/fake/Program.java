// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Something to do with a clock, and what came of it. A step names calls by the order in which they
 * were first armed, so that the same steps can be played on any clock.
 */
record Program(List<Step> steps) {
  enum Kind {
    LATER,
    CANCEL,
    RESET,
    DELAY,
    ADVANCE,
    JUMP,
    STEP,
    ADVANCE_TO_NEXT
  }

  /**
   * One step.
   *
   * @param call which call, counted round
   * @param nanos how far in time
   * @param inside what a call that is armed does
   */
  record Step(Kind kind, int call, long nanos, List<Step> inside) {}

  /** Programs of arming and changing calls, driven in every way. */
  static Arbitrary<Program> any() {
    return steps(3, Kind.values()).map(Program::new);
  }

  /** Programs that only arm and change calls. */
  static Arbitrary<Program> undriven() {
    return steps(3, Kind.LATER, Kind.LATER, Kind.CANCEL, Kind.RESET, Kind.DELAY).map(Program::new);
  }

  /** Distances that often coincide, and span all levels of the queue. */
  static Arbitrary<Long> nanos() {
    return Arbitraries.oneOf(
        Arbitraries.longs().between(0, 4),
        Arbitraries.longs().between(0, 300),
        Arbitraries.of(64L, 4_096L, 262_144L, 1_000_000_000L),
        Arbitraries.longs().between(0, 1L << 45));
  }

  private static Arbitrary<List<Step>> steps(int depth, Kind... kinds) {
    Arbitrary<List<Step>> inside =
        depth == 0
            ? Arbitraries.just(List.of())
            : steps(depth - 1, Kind.LATER, Kind.CANCEL, Kind.RESET, Kind.DELAY);
    return Combinators.combine(
            Arbitraries.of(kinds),
            Arbitraries.integers().between(0, 20),
            nanos(),
            Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(List.<Step>of())), Tuple.of(1, inside)))
        .as(Step::new)
        .list()
        .ofMaxSize(depth == 3 ? 25 : 3);
  }

  /** Plays this on a clock, and returns a line for each thing that happened. */
  <C> List<String> playOn(Player<C> player) {
    List<String> trace = new ArrayList<>();
    new Play<>(player, trace).run(steps);
    trace.add("armed " + player.armed());
    return trace;
  }

  /** A clock as a program sees it; {@code C} are its calls. */
  interface Player<C> {
    C later(long nanos, Runnable call, String name);

    void change(Kind kind, C call, long nanos);

    void drive(Kind kind, long nanos);

    long now();

    List<String> armed();
  }

  private static final class Play<C> {
    private final Player<C> player;
    private final List<String> trace;
    private final List<C> calls = new ArrayList<>();

    private Play(Player<C> player, List<String> trace) {
      this.player = player;
      this.trace = trace;
    }

    private void run(List<Step> steps) {
      steps.forEach(this::run);
    }

    private void run(Step step) {
      switch (step.kind) {
        case LATER -> arm(step);
        case CANCEL, RESET, DELAY -> change(step);
        default -> {
          player.drive(step.kind, step.nanos);
          trace.add("now " + Duration.ofNanos(player.now()));
        }
      }
    }

    private void arm(Step step) {
      String name = "#" + calls.size();
      calls.add(
          player.later(
              step.nanos,
              () -> {
                trace.add(name + " at " + player.now());
                run(step.inside);
              },
              name));
    }

    private void change(Step step) {
      if (calls.isEmpty()) {
        return;
      }
      int number = step.call % calls.size();
      try {
        // Every other delay goes back in time.
        player.change(step.kind, calls.get(number), step.call % 2 == 0 ? step.nanos : -step.nanos);
      } catch (IllegalStateException | IllegalArgumentException refused) {
        trace.add("#" + number + " refused " + refused.getClass().getSimpleName());
      }
    }
  }
}
