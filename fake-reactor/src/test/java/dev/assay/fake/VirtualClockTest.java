// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.assay.time.DelayedCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VirtualClockTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final VirtualClock clock = new VirtualClock();
  private final List<String> log = new ArrayList<>();

  @Test
  void time_beginsAtZeroAndStandsStill() {
    assertThat(clock.elapsed()).isZero();
    assertThat(clock.elapsed()).isZero();
  }

  @Test
  void callLater_runsNothingItself() {
    clock.callLater(Duration.ZERO, logging("a"));

    assertThat(log).isEmpty();
  }

  @Test
  void advance_runsEachCallAtItsOwnDueTime() {
    clock.callLater(SECOND.multipliedBy(2), logging("b"));
    clock.callLater(SECOND, logging("a"));
    clock.advance(SECOND.multipliedBy(10));

    assertThat(log).containsExactly("a at PT1S", "b at PT2S");
    assertThat(clock.elapsed()).isEqualTo(SECOND.multipliedBy(10));
  }

  @Test
  void advance_runsCallsArmedOnTheWay() {
    clock.callLater(
        SECOND,
        () -> {
          log.add("outer at " + clock.elapsed());
          clock.callLater(SECOND, logging("inner"));
        });
    clock.advance(SECOND.multipliedBy(2));

    assertThat(log).containsExactly("outer at PT1S", "inner at PT2S");
  }

  @Test
  void advance_includesItsEnd_andNothingAfter() {
    clock.callLater(SECOND, logging("at"));
    clock.callLater(SECOND.plusNanos(1), logging("after"));
    clock.advance(SECOND);

    assertThat(log).containsExactly("at at PT1S");
  }

  @Test
  void advanceByNothing_runsWhatIsDueNow() {
    clock.callLater(Duration.ZERO, logging("a"));
    clock.advance(Duration.ZERO);

    assertThat(log).containsExactly("a at PT0S");
  }

  @Test
  void callsDueAtTheSameTime_runInTheOrderInWhichTheyWereArmed() {
    for (String name : List.of("a", "b", "c", "d")) {
      clock.callLater(SECOND, logging(name));
    }
    clock.advance(SECOND);

    assertThat(log).containsExactly("a at PT1S", "b at PT1S", "c at PT1S", "d at PT1S");
  }

  @Test
  void callWithNoDelayInsideACall_runsAfterThoseThatAreDueAlready() {
    clock.callLater(Duration.ZERO, () -> clock.callLater(Duration.ZERO, logging("next turn")));
    clock.callLater(Duration.ZERO, logging("this turn"));
    clock.advance(Duration.ZERO);

    assertThat(log).containsExactly("this turn at PT0S", "next turn at PT0S");
  }

  @Test
  void jump_showsEveryCallTheEnd() {
    clock.callLater(SECOND.multipliedBy(2), logging("b"));
    clock.callLater(SECOND, logging("a"));
    clock.jump(SECOND.multipliedBy(10));

    assertThat(log).containsExactly("a at PT10S", "b at PT10S");
  }

  @Test
  void jump_countsDelaysOfCallsArmedInItFromTheEnd() {
    clock.callLater(SECOND, () -> clock.callLater(SECOND, logging("inner")));
    clock.jump(SECOND.multipliedBy(10));
    assertThat(clock.nextDue()).contains(SECOND.multipliedBy(11));
    clock.jump(SECOND);

    assertThat(log).containsExactly("inner at PT11S");
  }

  @Test
  void step_runsOneCallThatIsDueNow() {
    clock.callLater(Duration.ZERO, logging("a"));
    clock.callLater(Duration.ZERO, logging("b"));

    assertThat(clock.step()).isPresent();
    assertThat(log).containsExactly("a at PT0S");
    assertThat(clock.step()).isPresent();
    assertThat(clock.step()).isEmpty();
    assertThat(log).containsExactly("a at PT0S", "b at PT0S");
  }

  @Test
  void step_neverMovesTime() {
    clock.callLater(Duration.ofNanos(1), logging("a"));

    assertThat(clock.step()).isEmpty();
    assertThat(clock.elapsed()).isZero();
  }

  @Test
  void advanceToNext_movesToTheNextDueTimeAndRunsAllOfIt() {
    clock.callLater(SECOND, () -> clock.callLater(Duration.ZERO, logging("next turn")));
    clock.callLater(SECOND, logging("a"));
    clock.callLater(SECOND.plusNanos(1), logging("later"));

    assertThat(clock.advanceToNext()).isTrue();
    assertThat(log).containsExactly("a at PT1S", "next turn at PT1S");
    assertThat(clock.elapsed()).isEqualTo(SECOND);
  }

  @Test
  void advanceToNext_doesNotMoveTimeWhileSomethingIsDueNow() {
    clock.callLater(SECOND, logging("later"));
    clock.callLater(Duration.ZERO, logging("now"));

    assertThat(clock.advanceToNext()).isTrue();
    assertThat(log).containsExactly("now at PT0S");
  }

  @Test
  void advanceToNext_withNothingArmed_doesNothing() {
    assertThat(clock.advanceToNext()).isFalse();
    assertThat(clock.elapsed()).isZero();
  }

  @Test
  void runUntilIdle_stopsWhereTheLastCallRan() {
    clock.callLater(SECOND, () -> clock.callLater(SECOND, logging("last")));
    clock.runUntilIdle(Duration.ofHours(1));

    assertThat(log).containsExactly("last at PT2S");
    assertThat(clock.elapsed()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void runUntilIdle_includesItsLimit() {
    clock.callLater(SECOND, logging("a"));
    clock.runUntilIdle(SECOND);

    assertThat(log).containsExactly("a at PT1S");
  }

  @Test
  void runUntilIdle_pastItsLimit_failsNamingWhatIsArmed() {
    beatEverySecond();
    clock.callLater(Duration.ofSeconds(9), logging("late")).label("late");

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> clock.runUntilIdle(Duration.ofMillis(3_500)))
        .withMessage(
            "still not idle after 3.5s: armed:"
                + " DelayedCall, a lambda of VirtualClockTest: due at t=4s, waiting;"
                + " DelayedCall (late), a lambda of VirtualClockTest: due at t=9s, waiting");
    assertThat(clock.elapsed()).isEqualTo(Duration.ofMillis(3_500));
    assertThat(log).hasSize(3);
  }

  @Test
  void runUntilIdle_withManyCallsLeft_namesTheFirstTen() {
    for (int i = 1; i <= 12; i++) {
      clock.callLater(Duration.ofSeconds(i), logging("call")).label("call " + i);
    }

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> clock.runUntilIdle(Duration.ZERO))
        .withMessageContaining("(call 1)")
        .withMessageContaining("(call 10)")
        .withMessageNotContaining("(call 11)")
        .withMessageEndingWith("; and 2 more");
  }

  @Test
  void nextDue_isTheTimeOfTheFirstCall() {
    assertThat(clock.nextDue()).isEmpty();
    clock.advance(SECOND);
    clock.callLater(Duration.ofSeconds(5), logging("b"));
    clock.callLater(Duration.ofSeconds(3), logging("a"));

    assertThat(clock.nextDue()).contains(Duration.ofSeconds(4));
    assertThat(clock.elapsed()).isEqualTo(SECOND);
  }

  @Test
  void nextDue_ofACallThatIsOverdueInAJump_isNow() {
    List<Object> seen = new ArrayList<>();
    clock.callLater(SECOND, () -> seen.add(clock.nextDue().orElseThrow()));
    clock.callLater(SECOND.multipliedBy(2), logging("overdue"));
    clock.jump(SECOND.multipliedBy(5));

    assertThat(seen).containsExactly(Duration.ofSeconds(5));
  }

  @Test
  void delayedCalls_areInRunningOrder_andASnapshot() {
    DelayedCall late = clock.callLater(SECOND.multipliedBy(2), logging("late"));
    DelayedCall early = clock.callLater(SECOND, logging("early"));
    DelayedCall tie = clock.callLater(SECOND.multipliedBy(2), logging("tie"));
    List<DelayedCall> snapshot = clock.delayedCalls();
    clock.advance(SECOND);

    assertThat(snapshot).containsExactly(early, late, tie);
    assertThat(snapshot).isUnmodifiable();
    assertThat(clock.delayedCalls()).containsExactly(late, tie);
  }

  @Test
  void callAtTheEndOfTheClock_canBeReached() {
    clock.callLater(Duration.ofNanos(Long.MAX_VALUE), logging("end"));
    clock.advance(Duration.ofNanos(Long.MAX_VALUE));

    assertThat(log).containsExactly("end at PT2562047H47M16.854775807S");
  }

  @Test
  void negativeDurations_areRefused() {
    Duration negative = Duration.ofSeconds(-1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> clock.callLater(negative, logging("a")))
        .withMessage("delay must not be negative: PT-1S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clock.advance(negative))
        .withMessage("duration must not be negative: PT-1S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clock.jump(negative))
        .withMessage("duration must not be negative: PT-1S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clock.runUntilIdle(negative))
        .withMessage("limit must not be negative: PT-1S");
  }

  @Test
  void durationsThatPassTheEndOfTheClock_areRefused() {
    clock.advance(Duration.ofNanos(1));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> clock.callLater(Duration.ofNanos(Long.MAX_VALUE), logging("a")))
        .withMessage(
            "delay must not pass the end of the clock at PT2562047H47M16.854775807S:"
                + " PT2562047H47M16.854775807S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clock.advance(Duration.ofSeconds(Long.MAX_VALUE)))
        .withMessageStartingWith("duration must not pass the end of the clock");
    assertThat(clock.elapsed()).isEqualTo(Duration.ofNanos(1));
  }

  @Test
  void callThatIsNull_isRefused() {
    assertThatNullPointerException()
        .isThrownBy(() -> clock.callLater(SECOND, nullCall()))
        .withMessage("call");
  }

  @Test
  void toString_tellsTimeAndHowMuchIsArmed() {
    assertThat(clock).hasToString("VirtualClock at t=0s, 0 calls armed");
    clock.callLater(SECOND, logging("a"));
    assertThat(clock).hasToString("VirtualClock at t=0s, 1 call armed");
  }

  private Runnable logging(String name) {
    return () -> log.add(name + " at " + clock.elapsed());
  }

  private void beatEverySecond() {
    clock.callLater(
        SECOND,
        () -> {
          log.add("beat");
          beatEverySecond();
        });
  }

  @SuppressWarnings("NullAway")
  private static Runnable nullCall() {
    return null;
  }
}
