// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.deferred.Deferred;
import dev.assay.pending.TrialOverException;
import dev.assay.trial.ExpectedError;
import dev.assay.trial.FailureCode;
import dev.assay.trial.LeftBehindError;
import dev.assay.trial.Strictness;
import dev.assay.trial.TrialBody;
import dev.assay.trial.TrialContext;
import dev.assay.trial.TrialError;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.TrialOutcome.ExpectedFailure;
import dev.assay.trial.TrialOutcome.Failed;
import dev.assay.trial.TrialOutcome.Passed;
import dev.assay.trial.TrialOutcome.Skipped;
import dev.assay.trial.TrialSettings;
import dev.assay.trial.Trials;
import dev.assay.trial.error.TrialNote;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** Problems beside which something milder happens: none is hidden by that. */
final class HiddenProblemsTest {
  private static final ExpectedError ANY = new ExpectedError("not yet", List.of());

  private static void leak() {
    new Deferred<>().addCallback(value -> value);
  }

  private static TrialBody aborts() {
    return trial -> {
      throw new TestAbortedException("not today");
    };
  }

  @Test
  void assumption_failsInTearDown_hidesNoLeak() {
    TrialRun run = Run.open();
    run.test(
        trial -> {
          leak();
          return null;
        });
    run.tearDown(aborts());
    Failed failed = (Failed) run.close();
    assertThat(Run.codes(failed))
        .containsExactly(FailureCode.PENDING_DEFERRED, FailureCode.LATE_ASSUMPTION);
    assertThat(failed.error()).isInstanceOf(LeftBehindError.class);
  }

  @Test
  void assumption_failsInACleanUp_skipsNothing() {
    TrialOutcome outcome =
        Run.of(
            trial -> {
              trial.addCleanup(
                  () -> {
                    throw new TestAbortedException("not today");
                  });
              return null;
            });
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Passed.class,
            passed ->
                assertThat(passed.overlooked())
                    .singleElement()
                    .satisfies(
                        error ->
                            assertThat(error)
                                .hasMessageStartingWith("A-LATE-ASSUMPTION: ")
                                .hasMessageContaining("message: not today")));
  }

  @Test
  void assumption_failsInTearDownOfAStrictTrial_fails() {
    TrialRun run = TrialRun.open("strict", TrialSettings.DEFAULT.withStrictness(Strictness.STRICT));
    run.test(trial -> null);
    run.tearDown(aborts());
    assertThat(Run.codes(run.close())).containsExactly(FailureCode.LATE_ASSUMPTION);
  }

  @Test
  void assumption_failsInTheTestAndInTearDown_isSkipped() {
    TrialRun run = TrialRun.open("strict", TrialSettings.DEFAULT.withStrictness(Strictness.STRICT));
    run.test(aborts());
    run.tearDown(aborts());
    assertThat(run.close()).isInstanceOf(Skipped.class);
  }

  @Test
  void skippedTrial_thatLeavesSomethingBehind_failsAndSaysThatItWasSkipped() {
    Failed failed =
        (Failed)
            Run.of(
                trial -> {
                  leak();
                  throw new TestAbortedException("not today");
                });
    assertThat(Run.codes(failed)).containsExactly(FailureCode.PENDING_DEFERRED);
    assertThat(failed.note()).endsWith("; it was skipped before that: not today");
  }

  @Test
  void verdict_swallowedOverADeferredWithoutCallbacks_isTold() {
    TrialOutcome outcome =
        Run.of(
            trial -> {
              assertThatThrownBy(() -> trial.await(new Deferred<>()))
                  .isInstanceOf(TrialError.class);
              return null;
            });
    assertThat(Run.codes(outcome)).containsExactly(FailureCode.NEVER_FIRES);
  }

  @Test
  void verdict_swallowedOverAStage_isTold() {
    TrialOutcome outcome =
        Run.of(
            Run.hasty(),
            trial -> {
              assertThatThrownBy(() -> trial.await(new CompletableFuture<>()))
                  .isInstanceOf(TrialError.class);
              return null;
            });
    assertThat(Run.codes(outcome)).containsExactly(FailureCode.NEVER_FIRES);
  }

  @Test
  void verdict_turnedIntoAnAssumption_isTold() {
    TrialOutcome outcome =
        Run.of(
            trial -> {
              try {
                return trial.await(new Deferred<>());
              } catch (TrialError verdict) {
                throw new TestAbortedException("slow today", verdict);
              }
            });
    assertThat(Run.codes(outcome)).containsExactly(FailureCode.NEVER_FIRES);
  }

  @Test
  void verdict_thatComesOutAsACause_isToldOnce() {
    TrialOutcome outcome =
        Run.of(
            trial -> {
              try {
                return trial.await(new Deferred<>());
              } catch (TrialError verdict) {
                throw new IOException("wrapped", verdict);
              }
            });
    assertThat(Run.problems(outcome)).singleElement().isInstanceOf(IOException.class);
  }

  @Test
  void verdict_thatComesOutAsAnUnhandledFailure_isToldOnce() {
    TrialOutcome outcome =
        Run.of(
            trial -> {
              Deferred.succeed(1).addCallback(one -> awaitQuietly(trial));
              return null;
            });
    assertThat(Run.codes(outcome)).containsExactly(FailureCode.UNHANDLED_FAILURE);
  }

  private static Object awaitQuietly(TrialContext trial) {
    try {
      return trial.await(new Deferred<>());
    } catch (Throwable verdict) {
      throw new IllegalStateException(verdict);
    }
  }

  @Test
  void verdict_thatTheTestProvokes_canBeFlushed() {
    TrialOutcome outcome =
        Run.of(
            trial -> {
              assertThatThrownBy(() -> trial.await(new Deferred<>()))
                  .isInstanceOf(TrialError.class);
              assertThat(trial.flushLoggedErrors(TrialError.class)).hasSize(1);
              return null;
            });
    assertThat(outcome).isInstanceOf(Passed.class);
  }

  @Test
  void verdict_swallowedBeforeAllErrorsAreFlushed_isTold() {
    TrialOutcome outcome =
        Run.of(
            trial -> {
              assertThatThrownBy(() -> trial.await(new Deferred<>()))
                  .isInstanceOf(TrialError.class);
              assertThat(trial.flushLoggedErrors()).isEmpty();
              return null;
            });
    assertThat(Run.error(outcome).code()).isEqualTo(FailureCode.NEVER_FIRES);
  }

  @Test
  void verdict_swallowedInATrialToDo_isTold() {
    TrialOutcome outcome =
        Run.of(
            TrialSettings.DEFAULT.withTodo(ANY),
            trial -> {
              assertThatThrownBy(() -> trial.await(new Deferred<>()))
                  .isInstanceOf(TrialError.class);
              throw new IOException("expected");
            });
    assertThat(Run.codes(outcome)).containsExactly(FailureCode.NEVER_FIRES);
    assertThat(Run.of(TrialSettings.DEFAULT.withTodo(ANY), trial -> trial.await(new Deferred<>())))
        .isInstanceOf(ExpectedFailure.class);
  }

  @Test
  void refusalAfterTheEnd_swallowed_isTold() {
    List<Deferred<String>> old = new ArrayList<>();
    Run.of(
        trial -> {
          old.add(new Deferred<>());
          return null;
        });
    TrialOutcome outcome =
        Run.of(
            trial -> {
              assertThatThrownBy(() -> old.get(0).callback("late"))
                  .isInstanceOf(TrialOverException.class);
              return null;
            });
    assertThat(Run.error(outcome))
        .hasMessageStartingWith("A-AFTER-END: an object of a trial that has ended is used")
        .hasCauseInstanceOf(TrialOverException.class);
  }

  @Test
  void sharedException_thatAnEarlierTrialHasThrown_tellsNothingOfThat() {
    IllegalStateException shared = new IllegalStateException("shared");
    Failed first = (Failed) Run.of(leaksAndThrows(shared));
    assertThat(first.error()).isSameAs(shared).hasSuppressedException(first.problems().get(1));

    Failed second =
        (Failed)
            Run.of(
                trial -> {
                  throw shared;
                });
    Throwable told = second.error();

    assertThat(told).hasMessage("java.lang.IllegalStateException: shared");
    assertThat(told.getStackTrace()).isEqualTo(shared.getStackTrace());
    assertThat(told.getSuppressed()).singleElement().isInstanceOf(TrialNote.class);
    assertThat(second.error().getSuppressed()).hasSize(1);
  }

  private static TrialBody leaksAndThrows(Throwable thrown) {
    return trial -> {
      leak();
      throw thrown;
    };
  }

  @Test
  void sharedException_inATrialToDo_hidesNoLeakOfTheSameName() {
    IllegalStateException shared = new IllegalStateException("shared");
    assertThat(((Failed) Run.of(leaksAndThrows(shared))).error()).isSameAs(shared);
    assertThat(Run.codes(Run.of(TrialSettings.DEFAULT.withTodo(ANY), leaksAndThrows(shared))))
        .containsExactly(FailureCode.PENDING_DEFERRED);
  }

  @Test
  void reportOfATrialWithinATrial_isToldWhole() {
    Failed outer =
        (Failed)
            Run.of(
                trial -> {
                  Trials.run(inner -> leaksAndThrows(new IOException("gone")).run(inner)).orThrow();
                  return null;
                });
    assertThat(outer.error())
        .isInstanceOf(IOException.class)
        .satisfies(told -> assertThat(told.getSuppressed()[0]).isInstanceOf(LeftBehindError.class));
  }

  @Test
  void problems_ofOneKind_crowdOutNoOther() {
    Failed failed =
        (Failed)
            Run.of(
                trial -> {
                  for (int i = 0; i < 60; i++) {
                    Deferred.fail(new IOException("no " + i));
                  }
                  leak();
                  return null;
                });
    Throwable[] told = failed.error().getSuppressed();
    assertThat(told)
        .filteredOn(TrialError.class::isInstance)
        .extracting(error -> ((TrialError) error).code())
        .contains(FailureCode.PENDING_DEFERRED);
    assertThat(told)
        .extracting(Throwable::getMessage)
        .contains("there are 10 more problems A-UNHANDLED-FAILURE, which are not shown");
  }
}
