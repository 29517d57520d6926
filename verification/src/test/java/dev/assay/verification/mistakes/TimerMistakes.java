// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.TimeLimit;
import dev.assay.junit.Trial;
import dev.assay.reactor.SystemEvent;
import dev.assay.reactor.SystemEvent.Phase;
import dev.assay.task.LoopingCall;
import dev.assay.time.DelayedCall;
import dev.assay.trial.FailureCode;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Mistakes with time. */
@SuppressWarnings("FutureReturnValueIgnored") // they are mistakes
final class TimerMistakes {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private TimerMistakes() {}

  @Mistake(
      value = "a timer is left armed",
      code = FailureCode.PENDING_CALL,
      elsewhere = "passes in reactor-test, RxJava, Netty's EmbeddedChannel and jMock")
  static final class TimerLeft {
    @Trial
    void timer(VirtualClock clock) {
      clock.callLater(SECOND, () -> {}); // here
    }
  }

  @Mistake(
      value = "a task due in an hour is scheduled, and the test ends",
      code = FailureCode.PENDING_CALL,
      elsewhere = "passes in Netty's EmbeddedChannel")
  static final class ScheduledTaskLeft {
    @Trial
    void task(VirtualClock clock) {
      clock.scheduledExecutor().schedule(() -> {}, 1, TimeUnit.HOURS); // here
    }
  }

  @Mistake(
      value = "a repeated task is never cancelled",
      code = FailureCode.PENDING_CALL,
      elsewhere = "passes in reactor-test and RxJava")
  static final class PeriodicTaskLeft {
    @Trial
    void task(VirtualClock clock) {
      clock.scheduledExecutor().scheduleAtFixedRate(() -> {}, 0, 1, TimeUnit.SECONDS); // here
      clock.advance(SECOND);
    }
  }

  @Mistake(value = "a looping call is never stopped", code = FailureCode.PENDING_CALL)
  static final class LoopLeft {
    @Trial
    void loop(VirtualClock clock) {
      LoopingCall.of(clock, () -> {}).start(SECOND); // here
      clock.advance(SECOND);
    }
  }

  @Mistake(
      value = "the timeout of a request is not cancelled when the answer comes",
      code = FailureCode.PENDING_CALL)
  static final class TimeoutLeft {
    @Trial
    Deferred<String> answer(VirtualClock clock) {
      Deferred<String> answer = new Deferred<>();
      clock.callLater(SECOND.multipliedBy(30), () -> {}); // here
      clock.callLater(SECOND, () -> answer.callback("pong"));
      return answer;
    }
  }

  @Mistake(
      value = "a timer arms the next one, and only the first is cancelled",
      code = FailureCode.PENDING_CALL)
  static final class NextTimerLeft {
    @Trial
    void timers(VirtualClock clock) {
      DelayedCall first = clock.callLater(SECOND, () -> arm(clock));
      clock.advance(SECOND);
      assertThat(first.isActive()).isFalse();
    }

    private static void arm(VirtualClock clock) {
      clock.callLater(SECOND, () -> {}); // here
    }
  }

  @Mistake(
      value = "a timer throws, and the error is not reported",
      code = FailureCode.LOGGED_ERROR,
      elsewhere = "passes in Netty's EmbeddedChannel and jMock; printed in Reactor and RxJava")
  static final class TimerThrows {
    @Trial
    void timer(FakeReactor reactor) {
      reactor.callLater(SECOND, () -> Integer.parseInt("none")); // here
      reactor.advance(SECOND);
    }
  }

  @Mistake(
      value = "a timer throws before it stops what it is to stop",
      code = FailureCode.PENDING_CALL)
  static final class ThrowsBeforeItStops {
    @Trial
    void timer(VirtualClock clock) {
      DelayedCall heartbeat = clock.callLater(SECOND.multipliedBy(2), () -> {}); // here
      clock.callLater(
          SECOND,
          () -> {
            Integer.parseInt("none");
            heartbeat.cancel();
          });
      clock.advance(SECOND);
    }
  }

  @Mistake(
      value = "a repeated task throws, and its future is not read",
      code = FailureCode.LOGGED_ERROR,
      elsewhere = "swallowed in jMock, which runs it again")
  static final class PeriodicTaskThrows {
    @Trial
    void task(VirtualClock clock) {
      clock
          .scheduledExecutor()
          .scheduleAtFixedRate(() -> Integer.parseInt("none"), 0, 1, TimeUnit.SECONDS); // here
      clock.advance(SECOND);
    }
  }

  @Mistake(
      value = "a looping call fails, and its Deferred is ignored",
      code = FailureCode.UNHANDLED_FAILURE)
  static final class LoopThrows {
    @Trial
    void loop(VirtualClock clock) {
      LoopingCall.of(clock, () -> Integer.parseInt("none")).start(SECOND); // here
    }
  }

  @Mistake(
      value = "calls arm one another with no delay, while the test waits",
      code = FailureCode.LIVELOCK)
  static final class Livelock {
    @Trial
    Deferred<?> loop(VirtualClock clock) {
      clock.callLater(Duration.ZERO, () -> again(clock));
      return new Deferred<String>();
    }

    private static void again(VirtualClock clock) {
      clock.callLater(Duration.ZERO, () -> again(clock)); // here
    }
  }

  @Mistake(
      value = "the test waits, and only a heartbeat goes on",
      code = FailureCode.TIME_LIMIT,
      elsewhere = "hangs forever in reactor-test")
  static final class HeartbeatForEver {
    @Trial
    Deferred<?> answer(VirtualClock clock) {
      LoopingCall loop = LoopingCall.of(clock, () -> {});
      loop.start(SECOND).addBoth(ended -> "ended");
      return new Deferred<String>(); // here
    }
  }

  @Mistake(value = "a wait takes longer than its limit", code = FailureCode.TIME_LIMIT)
  @TimeLimit(virtual = "2s")
  static final class TooSlow {
    @Trial
    Deferred<?> answer(VirtualClock clock) {
      Deferred<String> answer = new Deferred<>(); // here
      clock.callLater(Duration.ofSeconds(3), () -> answer.callback("late"));
      return answer;
    }
  }

  @Mistake(
      value = "the clock is turned back",
      elsewhere = "RxJava's clock goes back without an error")
  static final class BackInTime {
    @Trial
    void clock(VirtualClock clock) {
      clock.advance(Duration.ofSeconds(10));
      clock.advance(Duration.ofSeconds(-9)); // here
    }
  }

  @Mistake(value = "a callback advances the clock that runs it", code = FailureCode.LOGGED_ERROR)
  static final class AdvancesInCallback {
    @Trial
    void clock(VirtualClock clock) {
      clock.callLater(SECOND, () -> clock.advance(SECOND)); // here
      clock.advance(SECOND);
    }
  }

  @Mistake(value = "a call that has run is cancelled")
  static final class CancelledTooLate {
    @Trial
    void cancel(VirtualClock clock) {
      DelayedCall call = clock.callLater(SECOND, () -> {});
      clock.advance(SECOND);
      call.cancel(); // here
    }
  }

  @Mistake(
      value = "a call waits for a reactor that is never started",
      code = FailureCode.PENDING_CALL)
  static final class NeverStarted {
    @Trial
    void call(FakeReactor reactor) {
      reactor.callWhenRunning(() -> Integer.parseInt("none")); // here
      reactor.advance(SECOND);
    }
  }

  @Mistake(
      value = "a trigger of the startup is added after the startup",
      code = FailureCode.PENDING_CALL)
  static final class TriggerTooLate {
    @Trial
    void trigger(FakeReactor reactor) {
      reactor.start();
      reactor.addSystemEventTrigger( // here
          Phase.BEFORE, SystemEvent.STARTUP, () -> Deferred.succeed("ready"));
    }
  }
}
