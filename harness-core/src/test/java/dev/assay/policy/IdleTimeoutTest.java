// SPDX-License-Identifier: Apache-2.0
package dev.assay.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.time.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class IdleTimeoutTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final ManualTime time = new ManualTime();
  private final List<Duration> timeouts = new ArrayList<>();
  private final IdleTimeout timeout = new IdleTimeout(time, () -> timeouts.add(time.elapsed()));

  @Test
  void notSet_armsNothing() {
    timeout.resetTimeout();

    assertThat(time.delayedCalls()).isEmpty();
  }

  @Test
  void set_runsOnceAfterThePeriod() {
    timeout.setTimeout(SECOND);

    time.advance(SECOND.multipliedBy(5));

    assertThat(timeouts).containsExactly(SECOND);
    assertThat(time.delayedCalls()).isEmpty();
  }

  @Test
  void reset_beginsAnew() {
    timeout.setTimeout(SECOND);
    time.advance(Duration.ofMillis(900));

    timeout.resetTimeout();
    time.advance(Duration.ofMillis(900));
    assertThat(timeouts).isEmpty();

    time.advance(Duration.ofMillis(100));
    assertThat(timeouts).containsExactly(Duration.ofMillis(1900));
  }

  @Test
  void reset_afterTheTimeout_doesNothing() {
    timeout.setTimeout(SECOND);
    time.advance(SECOND);

    timeout.resetTimeout();

    assertThat(time.delayedCalls()).isEmpty();
  }

  @Test
  void set_returnsThePeriodBefore() {
    assertThat(timeout.setTimeout(SECOND)).isNull();
    assertThat(timeout.setTimeout(Duration.ofSeconds(2))).isEqualTo(SECOND);
    assertThat(timeout.setTimeout(null)).isEqualTo(Duration.ofSeconds(2));
    assertThat(timeout.setTimeout(null)).isNull();
  }

  @Test
  void set_anew_beginsNow() {
    timeout.setTimeout(SECOND);
    time.advance(Duration.ofMillis(500));

    timeout.setTimeout(Duration.ofSeconds(2));
    time.advance(Duration.ofSeconds(2));

    assertThat(timeouts).containsExactly(Duration.ofMillis(2500));
  }

  @Test
  void set_toNull_disarms() {
    timeout.setTimeout(SECOND);

    timeout.setTimeout(null);
    timeout.resetTimeout();

    assertThat(time.delayedCalls()).isEmpty();
  }

  @Test
  void set_insideTheAction_armsAgain() {
    List<IdleTimeout> self = new ArrayList<>();
    self.add(
        new IdleTimeout(
            time,
            () -> {
              timeouts.add(time.elapsed());
              self.get(0).setTimeout(timeouts.size() < 3 ? SECOND : null);
            }));
    self.get(0).setTimeout(SECOND);

    time.advance(SECOND.multipliedBy(9));

    assertThat(timeouts).hasSize(3);
  }

  @Test
  void set_periodThatIsNotPositive_isRefused() {
    assertThatThrownBy(() -> timeout.setTimeout(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("period must be positive: PT0S");
  }
}
