// SPDX-License-Identifier: Apache-2.0
package dev.assay.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BackoffPolicyTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void exponential_growsToItsMaximum() {
    BackoffPolicy policy = BackoffPolicy.exponential(SECOND, Duration.ofSeconds(10), 2);

    assertThat(IntStream.rangeClosed(1, 5).mapToObj(policy::delay).map(Duration::toString))
        .containsExactly("PT2S", "PT4S", "PT8S", "PT10S", "PT10S");
  }

  @Test
  void exponential_usual_isAMinuteAtMost() {
    BackoffPolicy policy = BackoffPolicy.exponential();

    assertThat(policy.delay(1)).isEqualTo(Duration.ofMillis(1500));
    assertThat(policy.delay(2)).isEqualTo(Duration.ofMillis(2250));
    assertThat(policy.delay(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void jitter_isAddedAndBounded() {
    BackoffPolicy policy = BackoffPolicy.exponential().withJitter(SECOND, new Random(1));

    for (int i = 0; i < 100; i++) {
      assertThat(policy.delay(1)).isBetween(Duration.ofMillis(1500), Duration.ofMillis(2500));
    }
    assertThat(policy.delay(1)).isNotEqualTo(policy.delay(1));
  }

  @Test
  void jitter_ofNone_changesNothing() {
    assertThat(BackoffPolicy.exponential().withJitter(Duration.ZERO, new Random(1)).delay(1))
        .isEqualTo(Duration.ofMillis(1500));
  }

  @Test
  void nonsense_isRefused() {
    assertThatThrownBy(() -> BackoffPolicy.exponential(Duration.ZERO, SECOND, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("initial must be positive: PT0S");
    assertThatThrownBy(() -> BackoffPolicy.exponential(SECOND, Duration.ZERO, 2))
        .hasMessage("max must be positive: PT0S");
    assertThatThrownBy(() -> BackoffPolicy.exponential(SECOND, SECOND, 0.9))
        .hasMessage("factor must be one or more: 0.9");
    assertThatThrownBy(
            () -> BackoffPolicy.exponential().withJitter(Duration.ofSeconds(-1), new Random(1)))
        .hasMessage("atMost must not be negative: PT-1S");
  }
}
