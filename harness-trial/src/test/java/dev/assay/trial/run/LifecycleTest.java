// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.assay.deferred.Deferred;
import dev.assay.trial.FailureCode;
import dev.assay.trial.SkippedException;
import dev.assay.trial.TrialBody;
import dev.assay.trial.TrialError;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.TrialOutcome.Passed;
import dev.assay.trial.TrialOutcome.Skipped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The parts of a trial: their order, and what becomes of the others if one fails. */
final class LifecycleTest {
  private final List<String> log = new ArrayList<>();
  private final TrialRun run = Run.open();
  private final IOException gone = new IOException("gone");
  private final IOException away = new IOException("away");

  private TrialBody logs(String what) {
    return trial -> {
      log.add(what);
      return null;
    };
  }

  private TrialBody fails(Throwable error) {
    return trial -> {
      throw error;
    };
  }

  @Test
  void cleanUps_runBeforeTearDownLastFirst_andThoseAddedSinceAtTheEnd() {
    run.setUp(logs("setUp"));
    run.test(
        trial -> {
          trial.addCleanup(() -> log.add("first added"));
          trial.addCleanup(() -> log.add("last added"));
          return logs("test").run(trial);
        });
    run.cleanUp();
    run.tearDown(
        trial -> {
          trial.addCleanup(() -> log.add("added in tearDown"));
          return logs("tearDown").run(trial);
        });
    assertThat(run.close()).isEqualTo(new Passed(List.of()));
    assertThat(log)
        .containsExactly(
            "setUp", "test", "last added", "first added", "tearDown", "added in tearDown");
  }

  @Test
  void cleanUp_addedByAnother_runsNext() {
    run.context().addCleanup(() -> log.add("first added"));
    run.context()
        .addCleanup(
            () -> {
              log.add("last added");
              run.context().addCleanup(() -> log.add("added by it"));
            });
    run.close();
    assertThat(log).containsExactly("last added", "added by it", "first added");
  }

  @Test
  void setUp_fails_isTheProblemAndCleanUpsRun() {
    run.context().addCleanup(() -> log.add("cleanup"));
    assertThat(run.setUp(fails(gone))).isFalse();
    assertThat(Run.problems(run.close())).containsExactly(gone);
    assertThat(log).containsExactly("cleanup");
  }

  @Test
  void setUp_skips_isSkipped() {
    SkippedException skip = new SkippedException("not on this machine");
    assertThat(run.setUp(fails(skip))).isFalse();
    assertThat(run.close()).isEqualTo(new Skipped("not on this machine", skip));
  }

  @Test
  void everyPart_thatFails_isAProblemInItsOrder() {
    IllegalStateException body = new IllegalStateException("body");
    run.context().addCleanup(() -> log.add("still cleaned"));
    run.context()
        .addCleanup(
            () -> {
              throw gone;
            });
    run.test(fails(body));
    run.cleanUp();
    run.tearDown(fails(away));
    assertThat(Run.problems(run.close())).containsExactly(body, gone, away);
    assertThat(log).containsExactly("still cleaned");
  }

  @Test
  void cleanUp_deferredThatFails_isAProblem() {
    run.context().addDeferringCleanup(() -> Deferred.fail(gone));
    assertThat(Run.problems(run.close())).containsExactly(gone);
  }

  @Test
  void cleanUp_deferredThatNeverFires_isAProblemAndTheOthersRun() {
    run.context().addCleanup(() -> log.add("still cleaned"));
    run.context().addDeferringCleanup(Deferred::new);
    assertThat(Run.codes(run.close())).containsExactly(FailureCode.NEVER_FIRES);
    assertThat(log).containsExactly("still cleaned");
  }

  @Test
  void cleanUp_addsItselfForEver_isALivelock() {
    addsItself();
    assertThat(Run.codes(run.close())).containsExactly(FailureCode.LIVELOCK);
  }

  private void addsItself() {
    run.context().addCleanup(this::addsItself);
  }

  @Test
  void skip_inTearDown_skipsNothing() {
    run.tearDown(fails(new SkippedException("too late")));
    assertThat(run.close())
        .isInstanceOfSatisfying(
            Passed.class,
            passed ->
                assertThat(passed.overlooked())
                    .extracting(TrialError::code)
                    .containsExactly(FailureCode.LATE_ASSUMPTION));
  }

  @Test
  void skip_inTestWhoseTearDownFails_isAFailure() {
    run.test(fails(new SkippedException("not here")));
    run.tearDown(fails(gone));
    assertThat(Run.problems(run.close())).containsExactly(gone);
  }

  @Test
  void take_aProblemFromOutside_fails() {
    run.take(null);
    run.take(gone);
    assertThat(Run.problems(run.close())).containsExactly(gone);
  }

  @Test
  void part_afterTheEnd_isRefused() {
    run.close();
    assertThatIllegalStateException()
        .isThrownBy(() -> run.test(logs("late")))
        .withMessage("com.acme.PingTest#answers has ended; open a run for each trial");
    assertThat(log).isEmpty();
  }

  @Test
  void cancelled_inAWait_isSkippedWhateverIsLeft() {
    Deferred<String> never = new Deferred<>();
    run.cancelWhen(() -> true);
    run.test(
        trial -> {
          trial.addDeferringCleanup(Deferred::new);
          new Deferred<>().addCallback(value -> value);
          Deferred.fail(gone);
          return never;
        });
    assertThat(run.close())
        .isInstanceOfSatisfying(
            Skipped.class,
            skipped ->
                assertThat(skipped.reason()).isEqualTo("the run was cancelled at virtual t=0s"));
  }

  @Test
  void cancelled_afterAProblem_isStillFailed() {
    run.setUp(fails(gone));
    run.cancelWhen(() -> true);
    run.context().addDeferringCleanup(Deferred::new);
    assertThat(Run.problems(run.close())).containsExactly(gone);
  }

  @Test
  void cancelled_whileNothingIsAwaited_changesNothing() {
    run.cancelWhen(() -> true);
    run.test(logs("test"));
    assertThat(run.close()).isEqualTo(new Passed(List.of()));
  }

  @Test
  void sharedResult_callbackOfALaterTrialFails_failsThatTrial() {
    AtomicReference<Deferred<String>> shared = new AtomicReference<>();
    Run.of(trial -> shared.updateAndGet(none -> Deferred.succeed("pong")));
    TrialOutcome outcome =
        Run.of(
            trial -> {
              shared.get().addCallback(pong -> "".charAt(0));
              return null;
            });
    assertThat(Run.codes(outcome)).containsExactly(FailureCode.UNHANDLED_FAILURE);
  }

  @Test
  void sharedResult_failureHandledLater_isNoProblem() {
    AtomicReference<Deferred<String>> shared = new AtomicReference<>();
    Run.of(trial -> shared.updateAndGet(none -> Deferred.succeed("pong")));
    TrialOutcome outcome =
        Run.of(
            trial ->
                shared
                    .get()
                    .addCallback(pong -> pong.substring(9))
                    .addErrback(error -> "too short")
                    .addEffect(text -> assertThat(text).isEqualTo("too short")));
    assertThat(outcome).isEqualTo(new TrialOutcome.Passed(List.of()));
  }

  @Test
  void unfiredDeferred_ofATrialThatHasEnded_takesNoCallback() {
    AtomicReference<Deferred<String>> shared = new AtomicReference<>();
    Run.of(
        trial -> {
          shared.set(new Deferred<>());
          return null;
        });
    TrialOutcome outcome =
        Run.of(
            trial -> {
              shared.get().addCallback(String::strip);
              return null;
            });
    assertThat(Run.codes(outcome)).containsExactly(FailureCode.AFTER_END);
  }
}
