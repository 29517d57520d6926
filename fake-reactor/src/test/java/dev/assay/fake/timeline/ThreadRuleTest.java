// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Deferreds;
import dev.assay.deferred.Outcome;
import dev.assay.deferred.Sequential;
import dev.assay.fake.VirtualClock;
import dev.assay.ledger.Ledger;
import dev.assay.time.DelayedCall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ThreadRuleTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final VirtualClock clock = new VirtualClock();
  private final String own = Thread.currentThread().getName();

  static List<Consumer<VirtualClock>> uses() {
    return List.of(
        clock -> clock.advance(SECOND),
        clock -> clock.jump(SECOND),
        VirtualClock::step,
        VirtualClock::advanceToNext,
        clock -> clock.runUntilIdle(SECOND),
        clock -> clock.assertTurnsTrueAt(SECOND, () -> true),
        clock -> clock.callLater(SECOND, () -> {}),
        VirtualClock::delayedCalls,
        VirtualClock::nextDue,
        clock -> clock.withTurnLimit(5),
        clock -> clock.setWallClock(Instant.EPOCH),
        clock -> clock.stepWallClock(SECOND));
  }

  @ParameterizedTest
  @MethodSource("uses")
  void anotherThread_mustHandItsWorkOver(Consumer<VirtualClock> use) {
    assertThatIllegalStateException()
        .isThrownBy(() -> OtherThread.run(() -> use.accept(clock)))
        .withMessageStartingWith("thread worker must not ")
        .withMessageEndingWith(
            ": the clock belongs to thread " + own + "; hand work over with executor()");
  }

  @Test
  void bodyOfStraightLineCode_usesTheClock_outsideATrialToo() {
    Deferred<Duration> woke =
        Sequential.run(
            line -> {
              line.await(Deferreds.deferLater(clock, Duration.ofSeconds(1)));
              line.await(Deferreds.deferLater(clock, Duration.ofSeconds(2)));
              return clock.elapsed();
            });
    clock.advance(Duration.ofSeconds(3));

    assertThat(woke.state()).isEqualTo(new Outcome.Success<>(Duration.ofSeconds(3)));
  }

  @Test
  void anotherTrial_mustMakeAClockOfItsOwn() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                OtherThread.run(
                    () -> {
                      Ledger.Binding bound = new Ledger().bind();
                      try {
                        clock.advance(SECOND);
                      } finally {
                        bound.close();
                      }
                    }))
        .withMessage(
            "thread worker must not advance the clock: the clock belongs to another trial, or to"
                + " code that runs once for all tests;"
                + " a trial must create the objects that it uses");
  }

  @Test
  void anotherThread_mustNotChangeACall() {
    DelayedCall call = clock.callLater(SECOND, () -> {});

    assertThatIllegalStateException()
        .isThrownBy(() -> OtherThread.run(call::cancel))
        .withMessage(
            "thread worker must not change a call:"
                + " the clock belongs to thread "
                + own
                + "; hand work over with executor()");
    assertThat(call.isActive()).isTrue();
  }

  @Test
  void anotherThread_mayReadTheTime() {
    clock.advance(SECOND);

    OtherThread.run(
        () -> {
          assertThat(clock.elapsed()).isEqualTo(SECOND);
          assertThat(clock.wallClock().instant()).isEqualTo("2000-01-01T00:00:01Z");
          assertThat(clock.nanoTime()).isEqualTo(1_000_001_000_000_000L);
        });
  }

  @Test
  void clockMovedToAThread_belongsToIt() {
    OtherThread.run(
        () -> {
          clock.moveToThisThread();
          clock.advance(SECOND);
        });

    assertThat(clock.elapsed()).isEqualTo(SECOND);
    assertThatIllegalStateException()
        .isThrownBy(() -> clock.advance(SECOND))
        .withMessageContaining("the clock belongs to thread worker");
  }

  @Test
  void bodyOfASequentialInATrial_runsOnAThreadOfItsOwn_andMayUseTheClock() {
    Ledger ledger = new Ledger();
    try (Ledger.Binding bound = ledger.bind()) {
      assertThat(bound).isNotNull();
      VirtualClock watched = new VirtualClock();

      assertThatNoException()
          .isThrownBy(
              () ->
                  Sequential.run(
                      line -> {
                        watched.callLater(SECOND, () -> {});
                        return watched.advanceToNext();
                      }));
      assertThat(watched.elapsed()).isEqualTo(SECOND);
    }
  }
}
