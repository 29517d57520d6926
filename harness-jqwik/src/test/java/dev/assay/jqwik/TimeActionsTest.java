// SPDX-License-Identifier: Apache-2.0
package dev.assay.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fake.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.sessions.JqwikSession;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.Transformer;
import org.junit.jupiter.api.Test;

final class TimeActionsTest {
  private static final Arbitrary<Duration> TWO_SECONDS = Arbitraries.just(Duration.ofSeconds(2));

  private final VirtualClock clock = new VirtualClock();
  private final List<Duration> seen = new ArrayList<>();

  TimeActionsTest() {
    clock.callLater(Duration.ofSeconds(1), () -> seen.add(clock.elapsed()));
    clock.callLater(Duration.ofSeconds(2), () -> seen.add(clock.elapsed()));
  }

  /** Does an action once, and returns what it says that it does. */
  private String act(Action.Independent<VirtualClock> action) {
    List<Transformer<VirtualClock>> done = new ArrayList<>();
    JqwikSession.run(() -> done.add(action.transformer().sample()));
    assertThat(done.get(0).apply(clock)).isSameAs(clock);
    return done.get(0).transformation();
  }

  @Test
  void advance_seesEachCallAtItsTime() {
    assertThat(act(TimeActions.advance(Function.identity(), TWO_SECONDS))).isEqualTo("advance(2s)");
    assertThat(seen).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @Test
  void advance_withoutDelays_hasThoseOfDelays() {
    assertThat(act(TimeActions.advance(Function.identity()))).matches("advance\\([\\dhms.]+\\)");
  }

  @Test
  void jump_seesAllCallsAtTheEnd() {
    assertThat(act(TimeActions.jump(Function.identity(), TWO_SECONDS))).isEqualTo("jump(2s)");
    assertThat(seen).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(2));
  }

  @Test
  void advanceToNext_seesOneCall() {
    assertThat(act(TimeActions.advanceToNext(Function.identity()))).isEqualTo("advanceToNext()");
    assertThat(seen).containsExactly(Duration.ofSeconds(1));
  }
}
