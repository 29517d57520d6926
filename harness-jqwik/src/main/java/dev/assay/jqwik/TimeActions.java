// SPDX-License-Identifier: Apache-2.0
package dev.assay.jqwik;

import dev.assay.fake.VirtualClock;
import dev.assay.ledger.Display;
import java.time.Duration;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.Transformer;

/**
 * Actions of stateful properties that move virtual time, so that they interleave with all others on
 * one timeline.
 *
 * <pre>{@code
 * ActionChain.startWith(Cache::new)
 *     .withAction(new Ask())
 *     .withAction(TimeActions.advance(Cache::clock));
 * }</pre>
 *
 * @since 0.1
 */
public final class TimeActions {
  private TimeActions() {}

  /**
   * Returns the action that advances by a delay, as {@link VirtualClock#advance} does.
   *
   * @param clock returns the clock of the state
   */
  public static <S> Action.Independent<S> advance(
      Function<? super S, ? extends VirtualClock> clock) {
    return advance(clock, AssayArbitraries.delays());
  }

  /** Returns the action that advances by one of these delays. */
  public static <S> Action.Independent<S> advance(
      Function<? super S, ? extends VirtualClock> clock, Arbitrary<Duration> delays) {
    return () ->
        delays.map(
            delay ->
                Transformer.mutate(
                    "advance(" + Display.time(delay) + ")",
                    state -> clock.apply(state).advance(delay)));
  }

  /** Returns the action that stalls for a delay, as {@link VirtualClock#jump} does. */
  public static <S> Action.Independent<S> jump(
      Function<? super S, ? extends VirtualClock> clock, Arbitrary<Duration> delays) {
    return () ->
        delays.map(
            delay ->
                Transformer.mutate(
                    "jump(" + Display.time(delay) + ")", state -> clock.apply(state).jump(delay)));
  }

  /** Returns the action that advances to the time of the next call, if one is armed. */
  public static <S> Action.Independent<S> advanceToNext(
      Function<? super S, ? extends VirtualClock> clock) {
    return () ->
        Arbitraries.just(
            Transformer.mutate("advanceToNext()", state -> clock.apply(state).advanceToNext()));
  }
}
