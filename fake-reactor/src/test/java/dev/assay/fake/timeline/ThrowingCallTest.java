// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.fake.VirtualClock;
import dev.assay.ledger.Ledger;
import dev.assay.usage.Clocks;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ThrowingCallTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final VirtualClock clock = new VirtualClock();
  private final List<String> log = new ArrayList<>();

  /** A way to drive a clock over calls that are due at zero. */
  interface Drive {
    void over(VirtualClock clock) throws Exception;
  }

  static List<Drive> drives() {
    return List.of(
        clock -> clock.advance(SECOND),
        clock -> clock.jump(SECOND),
        VirtualClock::step,
        VirtualClock::advanceToNext,
        clock -> clock.runUntilIdle(SECOND),
        clock -> clock.assertTurnsTrueAt(SECOND, () -> false),
        clock -> {
          var executor = clock.scheduledExecutor();
          clock.callLater(Duration.ZERO, executor::shutdown);
          executor.awaitTermination(1, TimeUnit.SECONDS);
        });
  }

  @ParameterizedTest
  @MethodSource("drives")
  void whateverDrivesTheClock_throwsWhatACallThrew(Drive drive) {
    RuntimeException thrown = throwing(new RuntimeException("from the call"));

    assertThatThrownBy(() -> drive.over(clock)).isSameAs(thrown);
  }

  @Test
  void run_goesOnAfterAnException_andThrowsItAtItsEnd() {
    RuntimeException thrown = throwing(new RuntimeException("from the call"));
    clock.callLater(Duration.ZERO, () -> log.add("next"));
    clock.callLater(SECOND, () -> log.add("later"));

    assertThatThrownBy(() -> clock.advance(SECOND.multipliedBy(2))).isSameAs(thrown);
    assertThat(log).containsExactly("next", "later");
    assertThat(clock.elapsed()).isEqualTo(SECOND.multipliedBy(2));
  }

  @Test
  void furtherExceptions_areSuppressedInTheFirst() {
    RuntimeException first = throwing(new RuntimeException("first"));
    RuntimeException second = throwing(new RuntimeException("second"));
    RuntimeException third = throwing(new RuntimeException("third"));

    assertThatThrownBy(() -> clock.advance(SECOND)).isSameAs(first);
    assertThat(first).hasSuppressedException(second).hasSuppressedException(third);
  }

  @Test
  void exceptionThrownTwice_isThrownOnce() {
    RuntimeException thrown = new RuntimeException("the same");
    throwing(thrown);
    throwing(thrown);

    assertThatThrownBy(() -> clock.advance(SECOND)).isSameAs(thrown).hasNoSuppressedExceptions();
  }

  @Test
  void exception_isToldOnce() {
    throwing(new RuntimeException("told"));
    assertThatThrownBy(() -> clock.advance(SECOND)).hasMessage("told");
    clock.callLater(SECOND, () -> log.add("later"));
    clock.advance(SECOND);

    assertThat(log).containsExactly("later");
  }

  @Test
  void errorsAndUndeclaredExceptions_areNotLost() {
    AssertionError error = new AssertionError("in a call");
    IOException undeclared = new IOException("nobody declared it");
    clock.callLater(Duration.ZERO, () -> sneak(error));
    clock.callLater(Duration.ZERO, () -> sneak(undeclared));

    assertThatThrownBy(() -> clock.advance(SECOND))
        .isSameAs(error)
        .hasSuppressedException(undeclared);
  }

  @Test
  void callsLeftByRunUntilIdle_areSuppressedInWhatACallThrew() {
    RuntimeException thrown = throwing(new RuntimeException("from the call"));
    clock.callLater(SECOND.multipliedBy(2), () -> log.add("late"));

    assertThatThrownBy(() -> clock.runUntilIdle(SECOND)).isSameAs(thrown);
    assertThat(thrown.getSuppressed()).hasExactlyElementsOfTypes(AssertionError.class);
  }

  @Test
  void inATrial_theLedgerTakesTheException_andTheDriverThrowsNothing() {
    Ledger ledger = new Ledger();
    VirtualClock watched = Clocks.in(ledger);
    RuntimeException first = new RuntimeException("first");
    RuntimeException second = new RuntimeException("second");
    watched.callLater(Duration.ZERO, () -> sneak(first)).label("ping");
    watched.callLater(SECOND, () -> sneak(second));
    watched.advance(SECOND);

    assertThat(ledger.snapshot())
        .extracting(Object::toString)
        .first()
        .asString()
        .startsWith("LoggedError#1: DelayedCall#1 (ping), armed at ")
        .contains(": java.lang.RuntimeException: first");
    assertThat(ledger.flushLoggedErrors(RuntimeException.class)).containsExactly(first, second);
  }

  @Test
  void drivingFromInsideACall_isRefused() {
    List<ThrowingCallable> drives =
        List.of(
            () -> clock.advance(SECOND),
            () -> clock.jump(SECOND),
            clock::step,
            clock::advanceToNext,
            () -> clock.runUntilIdle(SECOND),
            () -> clock.assertTurnsTrueAt(SECOND, () -> true),
            clock::moveToThisThread);
    clock.callLater(
        Duration.ZERO,
        () ->
            drives.forEach(
                drive ->
                    assertThatThrownBy(drive)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("DelayedCall is running")));
    clock.advance(Duration.ZERO);

    assertThat(clock.elapsed()).isZero();
  }

  @Test
  void refusalToDriveFromInsideACall_saysWhatToDo() {
    clock.callLater(Duration.ZERO, () -> clock.advance(SECOND)).label("ping");

    assertThatThrownBy(() -> clock.advance(Duration.ZERO))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "a call must not advance the clock: DelayedCall (ping) is running;"
                + " use callLater for what is to follow");
  }

  private <X extends RuntimeException> X throwing(X exception) {
    clock.callLater(
        Duration.ZERO,
        () -> {
          throw exception;
        });
    return exception;
  }

  /** Throws what a lambda may not declare. */
  @SuppressWarnings("unchecked")
  private static <X extends Throwable> void sneak(Throwable thrown) throws X {
    throw (X) thrown;
  }
}
