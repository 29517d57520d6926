// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.countdown;

import static dev.assay.trial.Trials.assertNoResult;
import static dev.assay.trial.Trials.failureResultOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.deferred.Deferred;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/** The countdown asks for time alone: a {@link VirtualClock} is all that its trials need. */
final class CountdownTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final VirtualClock clock;
  private final List<String> shown = new ArrayList<>();

  CountdownTest(VirtualClock clock) {
    this.clock = clock;
  }

  /** Time stands still between two lines: what is there after 999 ms can be told exactly. */
  @Trial
  void number_isShownOnTheSecond() {
    Deferred<Countdown> zero = from(2).start();
    assertThat(shown).containsExactly("fuel 2");

    clock.advance(Duration.ofMillis(999));
    assertThat(shown).containsExactly("fuel 2");
    clock.advance(Duration.ofMillis(1));
    assertThat(shown).containsExactly("fuel 2", "fuel 1");
    assertNoResult(zero);
    clock.advance(SECOND);
    assertThat(shown).containsExactly("fuel 2", "fuel 1", "fuel 0");
    assertThat(zero.isFired()).isTrue();
  }

  /** A Deferred that a trial returns is awaited, and time moves on its own: a minute in no time. */
  @Trial
  Deferred<Countdown> longCountdown_takesAsLongAsItTakes() {
    return from(60)
        .start()
        .addEffect(zero -> assertThat(clock.elapsed()).isEqualTo(Duration.ofMinutes(1)))
        .addEffect(zero -> assertThat(shown).hasSize(61));
  }

  /** A jump is a stall: the lid of the laptop was closed, and nothing ran meanwhile. */
  @Trial
  void numbersOfAStall_areSkipped_soThatZeroIsOnTime() {
    from(10).start();
    clock.advance(SECOND);
    clock.jump(Duration.ofMillis(6_500));
    assertThat(shown).containsExactly("fuel 10", "fuel 9", "fuel 3");

    clock.advance(Duration.ofMillis(2_500));
    assertThat(shown).endsWith("fuel 2", "fuel 1", "fuel 0");
  }

  @Trial
  void stallBeyondZero_endsAtZero() {
    from(10).start();
    clock.jump(Duration.ofDays(1));

    assertThat(shown).containsExactly("fuel 10", "fuel 0");
  }

  @Trial
  void zero_isShownAtOnce_andNothingIsArmed() {
    assertThat(from(0).start().isFired()).isTrue();

    assertThat(shown).containsExactly("fuel 0");
    assertThat(clock.delayedCalls()).isEmpty();
  }

  /** Whoever cancels hears of it: a failure that nobody takes would fail the trial. */
  @Trial
  void cancelledCountdown_isSilent() {
    Deferred<Countdown> zero = from(10).start();
    clock.advance(SECOND);
    zero.cancel();
    clock.advance(SECOND);

    assertThat(shown).containsExactly("fuel 10", "fuel 9");
    assertThat(failureResultOf(zero, CancellationException.class))
        .hasMessageContaining("(LoopingCall (fuel) every 1s)");
  }

  @Trial
  void negativeNumber_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> from(-1))
        .withMessage("first must not be negative: -1");
  }

  private Countdown from(int first) {
    return new Countdown(clock, "fuel", first, SECOND, shown::add);
  }
}
