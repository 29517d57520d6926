// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.deferred.Deferred;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.Strict;
import dev.assay.junit.Trial;
import dev.assay.ledger.Errors;
import dev.assay.trial.TrialContext;
import dev.assay.trial.Trials;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/** Correct trials in which something fails, and somebody sees it. */
abstract class CorrectFailures {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Trial
  void failure_isHandled() {
    Deferred.<String>fail(new IllegalStateException("boom")).addErrback(error -> "handled");
  }

  @Trial
  void failure_ofAType_isHandled() {
    Deferred.<String>fail(new IllegalStateException("boom"))
        .addErrback(IllegalStateException.class, error -> "handled");
  }

  @Trial
  void failure_isTaken() {
    Deferred<String> answer = Deferred.fail(new IllegalStateException("boom"));
    assertThat(Trials.failureResultOf(answer, IllegalStateException.class)).hasMessage("boom");
  }

  @Trial
  void failure_isFlushed(TrialContext trial) {
    Deferred.fail(new IllegalStateException("boom"));
    assertThat(trial.flushLoggedErrors(IllegalStateException.class)).hasSize(1);
  }

  @Trial
  void timeout_isExpected(VirtualClock clock) {
    Deferred<String> answer = new Deferred<>();
    answer.addTimeout(SECOND, clock).addErrback(TimeoutException.class, error -> "in time");
    clock.advance(SECOND);
  }

  @Trial
  void cancel_isExpected() {
    Deferred<String> answer = new Deferred<>();
    answer.addErrback(CancellationException.class, error -> "cancelled");
    answer.cancel();
  }

  @Trial
  void timerThatThrows_isFlushed(VirtualClock clock, TrialContext trial) {
    List<String> none = List.of();
    clock.callLater(SECOND, () -> none.get(0));
    clock.advance(SECOND);
    assertThat(trial.flushLoggedErrors()).hasSize(1);
  }

  @Trial
  void failedTask_isRead(VirtualClock clock) {
    List<String> none = List.of();
    Future<?> task = clock.scheduledExecutor().schedule(() -> none.get(0), 1, TimeUnit.SECONDS);
    clock.advance(SECOND);
    assertThatThrownBy(task::get).isInstanceOf(ExecutionException.class);
  }

  @Trial
  void loggedError_isFlushed(TrialContext trial) {
    Errors.log("a call", new IllegalStateException("boom"));
    assertThat(trial.flushLoggedErrors(IllegalStateException.class)).hasSize(1);
  }

  @Trial
  void warning_isNoError() {
    Logger.getLogger("correct").log(Level.FINE, "as usual", new IllegalStateException("boom"));
    LoggerFactory.getLogger("correct").warn("as usual", new IllegalStateException("boom"));
  }

  @Trial
  void loggedError_isExpected(TrialContext trial) {
    LoggerFactory.getLogger("correct").error("as planned", new IllegalStateException("boom"));
    assertThat(trial.flushLoggedErrors(IllegalStateException.class)).hasSize(1);
  }

  @Trial
  void exception_isCaught() {
    assertThatThrownBy(() -> "".charAt(0)).isInstanceOf(StringIndexOutOfBoundsException.class);
  }

  /** Nothing else is there. */
  static final class InCorrectFailuresAlone extends CorrectFailures {}

  /** Nothing at all may be left behind. */
  @Strict
  static final class InCorrectFailuresStrict extends CorrectFailures {}

  /** Time has passed before, and passes after. */
  static final class InCorrectFailuresWithFixtures extends CorrectFailures
      implements Surroundings.Seconds {}

  /** The reactor comes from the constructor, and there is something to clean up. */
  static final class InCorrectFailuresWithConstructor extends CorrectFailures {
    InCorrectFailuresWithConstructor(FakeReactor reactor, TrialContext trial) {
      Surroundings.armAndCleanUp(reactor, trial);
    }
  }
}
