// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BoundaryAssertTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final VirtualClock clock = new VirtualClock();
  private boolean done;

  @Test
  void conditionThatTurnsTrueJustThen_passes() {
    clock.callLater(SECOND, () -> done = true);
    clock.assertTurnsTrueAt(SECOND, () -> done);

    assertThat(clock.elapsed()).isEqualTo(SECOND);
  }

  @Test
  void conditionThatTurnsTrueInALaterTurnOfTheInstant_passes() {
    clock.callLater(SECOND, () -> clock.callLater(Duration.ZERO, () -> done = true));

    clock.assertTurnsTrueAt(SECOND, () -> done);
  }

  @Test
  void timeIsTheClocks_notADistance() {
    clock.callLater(SECOND, () -> done = true);
    clock.advance(Duration.ofMillis(400));

    clock.assertTurnsTrueAt(SECOND, () -> done);
  }

  @Test
  void conditionThatTurnsTrueOneNanosecondEarly_fails() {
    clock.callLater(SECOND.minusNanos(1), () -> done = true);

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> clock.assertTurnsTrueAt(SECOND, () -> done))
        .withMessage(
            "became true too early: it must become true at t=1s,"
                + " and was already true at t=0.999999999s");
  }

  @Test
  void conditionThatTurnsTrueOneNanosecondLate_fails() {
    clock.callLater(SECOND.plusNanos(1), () -> done = true);

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> clock.assertTurnsTrueAt(SECOND, () -> done))
        .withMessage(
            "did not become true at t=1s: armed:"
                + " DelayedCall, a lambda of BoundaryAssertTest: due at t=1.000000001s, waiting");
  }

  @Test
  void conditionThatNothingWillTurnTrue_fails() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> clock.assertTurnsTrueAt(SECOND, () -> done))
        .withMessage("did not become true at t=1s: no call is armed");
  }

  @Test
  void timeThatIsNotInTheFuture_isRefused() {
    clock.advance(SECOND);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> clock.assertTurnsTrueAt(SECOND, () -> true))
        .withMessage("at must be later than now, PT1S: PT1S");
  }
}
