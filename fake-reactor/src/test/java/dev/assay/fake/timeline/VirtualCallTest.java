// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.fake.VirtualClock;
import dev.assay.time.AlreadyCalledException;
import dev.assay.time.AlreadyCancelledException;
import dev.assay.time.DelayedCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VirtualCallTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final VirtualClock clock = new VirtualClock();
  private final List<String> log = new ArrayList<>();

  @Test
  void newCall_isActiveAndKnowsWhenItIsDue() {
    clock.advance(SECOND);
    DelayedCall call = later(2, "a");

    assertThat(call.isActive()).isTrue();
    assertThat(call.due()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void cancelledCall_neverRuns() {
    DelayedCall call = later(1, "a");
    call.cancel();
    clock.advance(SECOND);

    assertThat(log).isEmpty();
    assertThat(call.isActive()).isFalse();
    assertThat(clock.delayedCalls()).isEmpty();
  }

  @Test
  void callCancelledByAnotherThatIsDueAtTheSameTime_doesNotRun() {
    List<DelayedCall> calls = new ArrayList<>();
    clock.callLater(SECOND, () -> calls.get(0).cancel());
    calls.add(later(1, "victim"));
    later(1, "other");
    clock.advance(SECOND);

    assertThat(log).containsExactly("other at PT1S");
  }

  @Test
  void overdueCallCancelledByAnotherInAJump_doesNotRun() {
    List<DelayedCall> calls = new ArrayList<>();
    clock.callLater(SECOND, () -> calls.get(0).cancel());
    calls.add(later(2, "victim"));
    clock.jump(Duration.ofSeconds(5));

    assertThat(log).isEmpty();
  }

  @Test
  void call_isInactiveWhileItRuns() {
    List<DelayedCall> calls = new ArrayList<>();
    calls.add(clock.callLater(SECOND, () -> log.add("active " + calls.get(0).isActive())));
    clock.advance(SECOND);

    assertThat(log).containsExactly("active false");
  }

  @Test
  void reset_countsFromNow() {
    DelayedCall call = later(5, "a");
    clock.advance(SECOND);
    call.reset(Duration.ofSeconds(2));
    clock.advance(Duration.ofSeconds(2));

    assertThat(log).containsExactly("a at PT3S");
  }

  @Test
  void delay_countsFromTheDueTime() {
    DelayedCall later = later(5, "later");
    DelayedCall earlier = later(5, "earlier");
    clock.advance(SECOND);
    later.delay(Duration.ofSeconds(2));
    earlier.delay(Duration.ofSeconds(-4));

    assertThat(later.due()).isEqualTo(Duration.ofSeconds(7));
    assertThat(earlier.due()).isEqualTo(SECOND);
    clock.advance(Duration.ZERO);
    assertThat(log).containsExactly("earlier at PT1S");
  }

  @Test
  void movedCall_countsAsArmedAnew() {
    DelayedCall reset = later(1, "reset");
    DelayedCall delayed = later(1, "delayed");
    later(1, "kept");
    reset.reset(SECOND);
    delayed.delay(Duration.ZERO);
    clock.advance(SECOND);

    assertThat(log).containsExactly("kept at PT1S", "reset at PT1S", "delayed at PT1S");
  }

  @Test
  void overdueCallInAJump_mayBeDelayedThoughItStaysOverdue() {
    List<DelayedCall> calls = new ArrayList<>();
    clock.callLater(SECOND, () -> calls.get(0).delay(Duration.ofSeconds(2)));
    calls.add(later(2, "delayed"));
    later(3, "other");
    clock.jump(Duration.ofSeconds(9));

    assertThat(log).containsExactly("other at PT9S", "delayed at PT9S");
    assertThat(calls.get(0).due()).isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void delayIntoThePast_isRefused() {
    DelayedCall call = later(5, "a");
    clock.advance(Duration.ofSeconds(3));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> call.delay(Duration.ofMillis(-2_001)))
        .withMessage("extra must not move a call due at PT5S before now, PT3S: PT-2.001S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> call.delay(Duration.ofSeconds(Long.MIN_VALUE)))
        .withMessageStartingWith("extra must not move a call due at PT5S before now, PT3S: ");
    assertThat(call.due()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void impossibleDurations_areRefused() {
    DelayedCall call = later(5, "a");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> call.reset(Duration.ofNanos(-1)))
        .withMessage("delayFromNow must not be negative: PT-0.000000001S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> call.delay(Duration.ofNanos(Long.MAX_VALUE)))
        .withMessageStartingWith("extra must not pass the end of the clock at ");
    assertThat(call.due()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void callThatHasRun_canNoLongerBeChanged() {
    DelayedCall call = later(1, "a").label("ping");
    clock.advance(SECOND);

    assertThatExceptionOfType(AlreadyCalledException.class)
        .isThrownBy(call::cancel)
        .withMessage(
            "DelayedCall (ping) has run and can no longer be cancelled; ask isActive() first");
    assertThatExceptionOfType(AlreadyCalledException.class)
        .isThrownBy(() -> call.reset(SECOND))
        .withMessageContaining("can no longer be reset");
    assertThatExceptionOfType(AlreadyCalledException.class)
        .isThrownBy(() -> call.delay(SECOND))
        .withMessageContaining("can no longer be delayed");
  }

  @Test
  void callThatIsRunning_canNoLongerBeChanged() {
    List<DelayedCall> calls = new ArrayList<>();
    calls.add(clock.callLater(SECOND, () -> calls.get(0).cancel()));

    assertThatExceptionOfType(AlreadyCalledException.class)
        .isThrownBy(() -> clock.advance(SECOND))
        .withMessage("DelayedCall is running and can no longer be cancelled; ask isActive() first");
  }

  @Test
  void callThatWasCancelled_canNoLongerBeChanged() {
    DelayedCall call = later(1, "a").label("ping");
    call.cancel();

    assertThatExceptionOfType(AlreadyCancelledException.class)
        .isThrownBy(call::cancel)
        .withMessage(
            "DelayedCall (ping) was cancelled and can no longer be cancelled;"
                + " arm a new call with callLater");
    assertThatExceptionOfType(AlreadyCancelledException.class).isThrownBy(() -> call.reset(SECOND));
    assertThatExceptionOfType(AlreadyCancelledException.class).isThrownBy(() -> call.delay(SECOND));
  }

  @Test
  void toString_tellsLabelDueTimeAndState() {
    DelayedCall call = later(1, "a").label("ping");
    DelayedCall named = clock.callLater(SECOND, new Named());

    assertThat(call)
        .hasToString("DelayedCall (ping), a lambda of VirtualCallTest: due at t=1s, waiting");
    assertThat(named).hasToString("DelayedCall, a VirtualCallTest.Named: due at t=1s, waiting");
    call.cancel();
    assertThat(call).hasToString("DelayedCall (ping): due at t=1s, cancelled");
    clock.advance(SECOND);
    assertThat(named).hasToString("DelayedCall: due at t=1s, has run");
  }

  @Test
  void toString_ofACallThatIsRunning_saysSo() {
    List<DelayedCall> calls = new ArrayList<>();
    calls.add(clock.callLater(SECOND, () -> log.add(calls.get(0).toString())));
    clock.advance(SECOND);

    assertThat(log).containsExactly("DelayedCall: due at t=1s, running");
  }

  private DelayedCall later(long seconds, String name) {
    return clock.callLater(
        Duration.ofSeconds(seconds), () -> log.add(name + " at " + clock.elapsed()));
  }

  private static final class Named implements Runnable {
    @Override
    public void run() {}
  }
}
