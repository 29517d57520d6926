// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.deferred.Deferred;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.Todo;
import dev.assay.junit.Trial;
import dev.assay.time.DelayedCall;
import dev.assay.trial.FailureCode;
import dev.assay.trial.TrialContext;
import dev.assay.trial.TrialError;
import dev.assay.trial.Trials;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** Mistakes beside which something happens that could hide them. */
@SuppressWarnings("DoNotCallSuggester") // they are mistakes
final class HiddenMistakes {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private HiddenMistakes() {}

  @Mistake(
      value = "a call is left armed, and an assumption fails in the teardown",
      code = FailureCode.PENDING_CALL)
  static final class AssumesInTearDown {
    @Trial
    void test(VirtualClock clock) {
      clock.callLater(SECOND, () -> {}); // here
    }

    @AfterEach
    void tearDown() {
      assumeTrue(false, "too late");
    }
  }

  @Mistake(
      value = "a failed Deferred is dropped, and an assumption fails in a cleanup",
      code = FailureCode.UNHANDLED_FAILURE)
  static final class AssumesInACleanUp {
    @Trial
    void test(TrialContext trial) {
      Deferred.fail(new IllegalStateException("boom")); // here
      trial.addCleanup(() -> assumeTrue(false, "too late"));
    }
  }

  @Mistake(
      value = "the teardown of a class leaves a Deferred, and an assumption fails there",
      code = FailureCode.PENDING_DEFERRED)
  static final class AssumesAfterAll {
    @Trial
    void test() {}

    @AfterAll
    static void tearDown() {
      new Deferred<String>().addCallback(String::strip); // here
      assumeTrue(false, "too late");
    }
  }

  @Mistake(
      value = "a test leaves a call armed, and an assumption skips it",
      code = FailureCode.PENDING_CALL)
  static final class AssumesWithACall {
    @Trial
    void test(VirtualClock clock) {
      clock.callLater(SECOND, () -> {}); // here
      assumeTrue(false, "not today");
    }
  }

  @Mistake("an assumption fails, and so does what is closed after it")
  static final class ClosesAfterAssuming {
    @Trial
    void test() throws IOException {
      Closeable server =
          () -> {
            throw new IOException("in use"); // here
          };
      try (server) {
        assumeTrue(false, "not today");
      }
    }
  }

  @Mistake(
      value = "a test leaves its thread interrupted, and an assumption skips it",
      code = FailureCode.INTERRUPTED)
  static final class AssumesInterrupted {
    @Trial
    void test() { // here
      Thread.currentThread().interrupt();
      assumeTrue(false, "not today");
    }
  }

  @Mistake(
      value = "a catch swallows the failure of a wait, and nothing is left",
      code = FailureCode.NEVER_FIRES)
  static final class SwallowsTheVerdict {
    @Trial
    void test(TrialContext trial) {
      Deferred<String> answer = new Deferred<>(); // here
      assertThatThrownBy(() -> trial.await(answer)).isInstanceOf(AssertionError.class);
    }
  }

  @Mistake(
      value = "a catch swallows the failure of a wait that takes too long, and cleans up",
      code = FailureCode.TIME_LIMIT)
  static final class TidiesUp {
    @Trial
    void test(TrialContext trial, VirtualClock clock) {
      Deferred<String> answer = new Deferred<>(); // here
      DelayedCall late = clock.callLater(Duration.ofHours(1), () -> answer.callback("late"));
      assertThatThrownBy(() -> trial.await(answer)).isInstanceOf(AssertionError.class);
      late.cancel();
    }
  }

  @Mistake(
      value = "the failure of a wait is turned into an assumption",
      code = FailureCode.NEVER_FIRES)
  static final class AssumesTheVerdict {
    @Trial
    void test(TrialContext trial) throws Throwable {
      Deferred<String> answer = new Deferred<>(); // here
      try {
        trial.await(answer);
      } catch (TrialError verdict) {
        assumeTrue(false, "the server is slow today");
      }
    }
  }

  @Mistake(
      value = "a test that is expected to fail first swallows the failure of a wait",
      code = FailureCode.NEVER_FIRES)
  static final class SwallowsInATodo {
    @Todo("later")
    @Trial
    void test(TrialContext trial) {
      Deferred<String> answer = new Deferred<>(); // here
      assertThatThrownBy(() -> trial.await(answer)).isInstanceOf(AssertionError.class);
      throw new IllegalStateException("not done yet");
    }
  }

  @Mistake(
      value = "a catch swallows the refusal of an earlier test's clock",
      code = FailureCode.AFTER_END)
  static final class SwallowsTheRefusal {
    private static final AtomicReference<VirtualClock> CLOCK = new AtomicReference<>();

    @BeforeAll
    static void anEarlierTest() {
      Trials.run(trial -> CLOCK.set(new VirtualClock()));
    }

    @Trial
    void test() {
      try {
        CLOCK.get().callLater(SECOND, () -> {}); // here
      } catch (IllegalStateException refused) {
        // Somebody thought that this does not matter.
      }
    }
  }

  @Mistake(
      value = "an errback swallows the refusal of an earlier test's Deferred",
      code = FailureCode.AFTER_END)
  static final class HandlesTheRefusal {
    private static final AtomicReference<Deferred<String>> ANSWER = new AtomicReference<>();

    @BeforeAll
    static void anEarlierTest() {
      Trials.run(trial -> ANSWER.set(new Deferred<>()));
    }

    @Trial
    void test() {
      Deferred.succeed("pong")
          .addEffect(pong -> ANSWER.get().callback(pong)) // here
          .addErrback(refused -> "handled");
    }
  }

  @Mistake("a callback waits, and swallows the refusal")
  static final class WaitsInACall {
    @Trial
    void test(TrialContext trial, VirtualClock clock) {
      Deferred<String> answer = new Deferred<>();
      clock.callLater(SECOND, () -> quietly(trial, answer)); // here
      clock.advance(SECOND);
    }

    private static void quietly(TrialContext trial, Deferred<String> answer) {
      try {
        trial.await(answer);
      } catch (Throwable refused) {
        // Somebody thought that this does not matter.
      }
    }
  }

  @Mistake("a call is left armed, and what the test throws can hold no other exception")
  static final class ThrowsWhatTakesNothing {
    @Trial
    void test(VirtualClock clock) {
      clock.callLater(SECOND, () -> {}); // here
      throw new Closed();
    }
  }

  @Mistake("a call is left armed, and the message of what the test throws cannot be read")
  static final class ThrowsAMute {
    @Trial
    void test(VirtualClock clock) {
      clock.callLater(SECOND, () -> {}); // here
      throw new Mute();
    }
  }

  @Mistake("a call is left armed, and what the test throws has another cause each time")
  static final class ThrowsWithoutEnd {
    @Trial
    void test(VirtualClock clock) {
      clock.callLater(SECOND, () -> {}); // here
      throw new Endless();
    }
  }

  @Mistake(
      value = "sixty Deferreds fail, and a call is left armed",
      code = FailureCode.PENDING_CALL)
  static final class SixtyFailures {
    @Trial
    void test(VirtualClock clock) {
      for (int i = 0; i < 60; i++) {
        Deferred.fail(new IllegalStateException("boom"));
      }
      clock.callLater(SECOND, () -> {}); // here
    }
  }

  @Mistake(
      value = "a failure whose hash code throws is dropped",
      code = FailureCode.UNHANDLED_FAILURE)
  static final class DropsTheUnhashable {
    @Trial
    void test() {
      Deferred.fail(new Unhashable()); // here
    }
  }

  private static final class Closed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Closed() {
      super("closed", null, false, false);
    }
  }

  private static final class Mute extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new IllegalStateException("no comment");
    }
  }

  private static final class Endless extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public synchronized Throwable getCause() {
      return new Endless();
    }
  }

  @SuppressWarnings("ThrowableEqualsHashCode") // some users' exceptions do it
  private static final class Unhashable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean equals(Object other) {
      throw new IllegalStateException("no equals");
    }

    @Override
    public int hashCode() {
      throw new IllegalStateException("no hash code");
    }
  }
}
