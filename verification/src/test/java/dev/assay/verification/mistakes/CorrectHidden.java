// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.deferred.Deferred;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.Trial;
import dev.assay.pending.TrialOverException;
import dev.assay.time.DelayedCall;
import dev.assay.trial.TrialContext;
import dev.assay.trial.TrialError;
import dev.assay.trial.Trials;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** Correct trials that provoke what would otherwise be told, or use what is hard to tell. */
abstract class CorrectHidden {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final IllegalStateException SHARED = new IllegalStateException("shared");

  @Trial
  void assumption_holdsAfterTheTest(TrialContext trial) {
    trial.addCleanup(() -> assumeTrue(true));
  }

  @Trial
  void verdict_isProvokedAndTaken(TrialContext trial) {
    assertThatThrownBy(() -> trial.await(new Deferred<>())).isInstanceOf(TrialError.class);
    assertThat(trial.flushLoggedErrors(TrialError.class)).hasSize(1);
  }

  @Trial
  void verdict_overALimitIsProvokedAndTaken(TrialContext trial, VirtualClock clock) {
    Deferred<String> answer = new Deferred<>();
    DelayedCall late = clock.callLater(Duration.ofHours(1), () -> answer.callback("late"));
    assertThatThrownBy(() -> trial.await(answer)).isInstanceOf(TrialError.class);
    late.cancel();
    answer.callback("in time");
    assertThat(trial.flushLoggedErrors(TrialError.class)).hasSize(1);
  }

  @Trial
  void refusal_isProvokedAndTaken(TrialContext trial) {
    AtomicReference<VirtualClock> old = new AtomicReference<>();
    Trials.run(earlier -> old.set(new VirtualClock()));
    assertThatThrownBy(() -> old.get().callLater(SECOND, () -> {}))
        .isInstanceOf(TrialOverException.class);
    assertThat(trial.flushLoggedErrors(TrialOverException.class)).hasSize(1);
  }

  @Trial
  void verdict_ofATrialWithinThisOne_isThatTrials() {
    assertThat(Trials.runAwaiting(inner -> inner.await(new Deferred<>())).toString())
        .contains("A-NEVER-FIRES");
  }

  @Trial
  void failure_ofWhatIsAwaited_isCaught(TrialContext trial) {
    assertThatThrownBy(() -> trial.await(Deferred.fail(new IllegalStateException("boom"))))
        .hasMessage("boom");
  }

  @Trial
  void sharedException_isCaught() {
    assertThatThrownBy(
            () -> {
              throw SHARED;
            })
        .isSameAs(SHARED);
  }

  @Trial
  void sharedException_isHandled() {
    Deferred.<String>fail(SHARED).addErrback(IllegalStateException.class, error -> "handled");
  }

  @Trial
  void sharedException_isFlushed(TrialContext trial) {
    Deferred.fail(SHARED);
    assertThat(trial.flushLoggedErrors(IllegalStateException.class)).containsExactly(SHARED);
  }

  @Trial
  void valueThatCannotBeTold_isAResult() {
    assertThat(Deferred.succeed(new Mute()).addCallback(mute -> "fine").state().toString())
        .contains("fine");
  }

  @Trial
  void exceptionThatCannotBeTold_isHandled() {
    Deferred.<String>fail(new MuteException()).addErrback(error -> "handled");
  }

  @Trial
  void manyFailures_areFlushed(TrialContext trial) {
    for (int i = 0; i < 60; i++) {
      Deferred.fail(new IllegalStateException("boom"));
    }
    assertThat(trial.flushLoggedErrors()).hasSize(60);
  }

  private static final class Mute {
    @Override
    public String toString() {
      throw new IllegalStateException("no comment");
    }
  }

  private static final class MuteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new IllegalStateException("no comment");
    }
  }

  /** Nothing else is there. */
  static final class InCorrectHiddenAlone extends CorrectHidden {}

  /** Time has passed before, and passes after. */
  static final class InCorrectHiddenWithFixtures extends CorrectHidden
      implements Surroundings.Seconds {}

  /** The reactor comes from the constructor, and there is something to clean up. */
  static final class InCorrectHiddenWithConstructor extends CorrectHidden {
    InCorrectHiddenWithConstructor(FakeReactor reactor, TrialContext trial) {
      Surroundings.armAndCleanUp(reactor, trial);
    }
  }
}
