// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.fake.VirtualClock;
import dev.assay.time.DelayedCall;
import dev.assay.time.LivelockError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LivelockTest {
  private final VirtualClock clock = new VirtualClock();
  private int runs;

  @Test
  void callThatArmsItselfWithNoDelay_isALivelockAfterTenThousandTurns() {
    spin();

    assertThatExceptionOfType(LivelockError.class)
        .isThrownBy(() -> clock.advance(Duration.ofSeconds(1)));
    assertThat(runs).isEqualTo(10_000);
    assertThat(clock.elapsed()).isZero();
  }

  @Test
  void limitMayBeSet() {
    clock.withTurnLimit(3);
    spin();

    assertThatExceptionOfType(LivelockError.class)
        .isThrownBy(() -> clock.advance(Duration.ofSeconds(1)))
        .withMessage(
            "3 turns have run at t=0s and time has not moved:"
                + " DelayedCall (spin), armed at an unknown place, would begin another;"
                + " give it a delay, or allow more with withTurnLimit");
    assertThat(runs).isEqualTo(3);
  }

  @Test
  void limitBelowOne_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clock.withTurnLimit(0))
        .withMessage("turns must be at least 1: 0");
  }

  @Test
  void asManyTurnsAsTheLimit_areNoLivelock() {
    clock.withTurnLimit(3);
    chain(3);
    clock.advance(Duration.ZERO);

    assertThat(runs).isEqualTo(3);
  }

  @Test
  void manyCallsInOneTurn_areNoLivelock() {
    clock.withTurnLimit(1);
    for (int i = 0; i < 100; i++) {
      clock.callLater(Duration.ZERO, () -> runs++);
    }
    clock.advance(Duration.ZERO);

    assertThat(runs).isEqualTo(100);
  }

  @Test
  void turnsAreCountedAnewWhenTimeMoves() {
    clock.withTurnLimit(2);
    for (int second = 1; second <= 5; second++) {
      clock.callLater(Duration.ofSeconds(second), () -> chain(1));
    }
    clock.advance(Duration.ofSeconds(5));

    assertThat(runs).isEqualTo(5);
  }

  @Test
  void turnsAreCountedAcrossSteps() {
    clock.withTurnLimit(3);
    spin();

    assertThatExceptionOfType(LivelockError.class)
        .isThrownBy(
            () -> {
              while (clock.step().isPresent()) {
                assertThat(runs).isLessThan(10);
              }
            });
  }

  @Test
  void workFromOutside_isNoLivelock() {
    clock.withTurnLimit(2);
    for (int i = 0; i < 10; i++) {
      clock.callLater(Duration.ZERO, () -> runs++);
      clock.advance(Duration.ZERO);
    }

    assertThat(runs).isEqualTo(10);
  }

  @Test
  void callThatWouldBeginATurnTooMany_staysArmed() {
    clock.withTurnLimit(3);
    spin();
    assertThatExceptionOfType(LivelockError.class).isThrownBy(() -> clock.advance(Duration.ZERO));

    assertThat(clock.delayedCalls()).hasSize(1);
    assertThatExceptionOfType(LivelockError.class).isThrownBy(() -> clock.advance(Duration.ZERO));
    assertThat(runs).isEqualTo(3);
  }

  @Test
  void timeNeverGoesBack_evenToACallThatALivelockLeftOverdue() {
    clock.withTurnLimit(1);
    List<DelayedCall> calls = new ArrayList<>();
    clock.callLater(Duration.ofSeconds(1), () -> calls.get(0).delay(Duration.ZERO));
    calls.add(clock.callLater(Duration.ofSeconds(1), () -> runs++));
    assertThatExceptionOfType(LivelockError.class)
        .isThrownBy(() -> clock.jump(Duration.ofSeconds(5)));
    clock.withTurnLimit(2).advanceToNext();

    assertThat(runs).isEqualTo(1);
    assertThat(clock.elapsed()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void livelockAfterAnException_isSuppressedInIt() {
    clock.withTurnLimit(3);
    IllegalStateException first = new IllegalStateException("first");
    clock.callLater(
        Duration.ZERO,
        () -> {
          throw first;
        });
    spin();

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> clock.advance(Duration.ZERO))
        .isSameAs(first);
    assertThat(first.getSuppressed()).hasExactlyElementsOfTypes(LivelockError.class);
  }

  private void spin() {
    clock
        .callLater(
            Duration.ZERO,
            () -> {
              runs++;
              spin();
            })
        .label("spin");
  }

  private void chain(int length) {
    clock.callLater(
        Duration.ZERO,
        () -> {
          runs++;
          if (length > 1) {
            chain(length - 1);
          }
        });
  }
}
