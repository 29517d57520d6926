// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.ledger.Ledger;
import dev.assay.trial.FailureCode;
import dev.assay.trial.Strictness;
import dev.assay.trial.TrialBody;
import dev.assay.trial.TrialError;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.TrialOutcome.Passed;
import dev.assay.trial.TrialSettings;
import dev.assay.trial.Trials;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Bodies that do what no test should. */
final class HostileBodyTest {
  private static final TrialOutcome PASSED = new Passed(List.of());

  @Test
  void body_overflowsTheStack_isThatFailure() {
    assertThat(Run.problems(Run.of(trial -> recurse(1))))
        .singleElement()
        .isInstanceOf(StackOverflowError.class);
    assertThat(Run.of(trial -> null)).isEqualTo(PASSED);
  }

  @SuppressWarnings("InfiniteRecursion")
  private static int recurse(int depth) {
    return recurse(depth + 1) + 1;
  }

  @Test
  void body_isOutOfMemory_isThatFailure() {
    OutOfMemoryError full = new OutOfMemoryError("Java heap space");
    assertThat(
            Run.problems(
                Run.of(
                    trial -> {
                      throw full;
                    })))
        .containsExactly(full);
  }

  @Test
  void body_returnsNonsense_isAFailureThatSaysWhatMayBeReturned() {
    assertThat(Run.problems(Run.of(trial -> 3)))
        .singleElement()
        .satisfies(
            error ->
                assertThat(error)
                    .hasMessage(
                        "a part of a trial must return nothing, a Deferred or a CompletionStage:"
                            + " java.lang.Integer"));
  }

  @Test
  void body_leavesItsThreadInterrupted_isAFailureAndTheFlagIsCleared() {
    TrialError error =
        Run.error(
            Run.of(
                trial -> {
                  Thread.currentThread().interrupt();
                  return null;
                }));
    assertThat(error.code()).isEqualTo(FailureCode.INTERRUPTED);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void thread_interruptedBefore_isNotHeldAgainstTheTrial() {
    Thread.currentThread().interrupt();
    assertThat(Run.of(trial -> null)).isEqualTo(PASSED);
  }

  @Test
  void body_runsAnotherTrial_bothHaveTheirOwnLedgers() {
    TrialOutcome outer =
        Run.of(
            trial -> {
              Ledger ours = Ledger.current();
              TrialOutcome inner = Trials.run(nested -> leak());
              assertThat(Run.codes(inner)).containsExactly(FailureCode.PENDING_DEFERRED);
              assertThat(Ledger.current()).isSameAs(ours);
              return null;
            });
    assertThat(outer).isEqualTo(PASSED);
  }

  private static void leak() {
    new Deferred<>().addCallback(value -> value);
  }

  @Test
  void body_firesTheDeferredOfATrialThatHasEnded_fails() {
    Deferred<String> late = bornInAnotherTrial();
    assertThat(
            Run.problems(
                Run.of(
                    trial -> {
                      late.callback("late");
                      return null;
                    })))
        .singleElement()
        .satisfies(
            error ->
                assertThat(error)
                    .hasMessageStartingWith(
                        "A-AFTER-END: an object of a trial that has ended is used")
                    .hasMessageContaining("the trial of Deferred#1, created at "));
  }

  private static Deferred<String> bornInAnotherTrial() {
    Map<String, Deferred<String>> shared = new TreeMap<>();
    Run.of(
        trial -> {
          shared.put("it", new Deferred<>());
          return null;
        });
    return Objects.requireNonNull(shared.get("it"));
  }

  @Test
  void otherThread_firesADeferred_isRefusedThereAndFailsTheTrial() {
    TrialOutcome outcome =
        Run.of(
            trial -> {
              Deferred<String> ours = new Deferred<>();
              CompletableFuture<Void> fired =
                  CompletableFuture.runAsync(() -> ours.callback("theirs"));
              assertThat(fired.handle((done, thrown) -> thrown).get())
                  .hasRootCauseInstanceOf(IllegalStateException.class);
              assertThat(ours.isFired()).isFalse();
              return null;
            });
    TrialError error = Run.error(outcome);
    assertThat(error.code()).isEqualTo(FailureCode.FOREIGN_CALL);
    assertThat(error).hasMessageContaining(" tried to fire Deferred#1\n");
  }

  @Test
  void otherThread_firesADeferredThatIsAwaited_isNamedFirst() {
    TrialOutcome outcome =
        Run.of(
            trial -> {
              Deferred<String> ours = new Deferred<>();
              ours.addCallback(String::length);
              CompletableFuture.runAsync(() -> ours.callback("theirs")).handle((v, t) -> t).get();
              return null;
            });
    assertThat(Run.codes(outcome))
        .containsExactly(FailureCode.FOREIGN_CALL, FailureCode.PENDING_DEFERRED);
  }

  private static Object stage(CompletionStage<?> stage) {
    return stage;
  }

  @Test
  void stage_completedByAnotherThread_isAwaited() {
    assertThat(Run.of(trial -> stage(CompletableFuture.supplyAsync(() -> "done"))))
        .isEqualTo(PASSED);
  }

  @Test
  void stage_failedByAnotherThread_failsWithThat() {
    assertThat(
            Run.problems(
                Run.of(
                    trial ->
                        stage(
                            CompletableFuture.runAsync(
                                () -> {
                                  throw new IllegalArgumentException("theirs");
                                })))))
        .singleElement()
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void stage_thatIsNobodysFuture_isAwaited() {
    CompletableFuture<String> failed = CompletableFuture.failedFuture(new IOException("gone"));
    assertThat(
            Run.of(
                trial -> {
                  CompletableFuture<String> later = CompletableFuture.supplyAsync(() -> "done");
                  assertThat(trial.await(closed(later))).isEqualTo("done");
                  return stage(closed(CompletableFuture.completedFuture("done")));
                }))
        .isEqualTo(PASSED);
    assertThat(Run.problems(Run.of(trial -> stage(closed(failed.thenApply(v -> v))))))
        .singleElement()
        .isInstanceOf(IOException.class);
  }

  @Test
  void stage_thatNobodyCompletes_fails() {
    TrialError error = Run.error(Run.of(Run.hasty(), trial -> stage(new CompletableFuture<>())));
    assertThat(error.code()).isEqualTo(FailureCode.NEVER_FIRES);
    assertThat(error).hasMessageContaining("the stage that was returned ");
  }

  @Test
  void stage_awaitedByAThreadThatIsInterrupted_fails() {
    assertThat(
            Run.problems(
                Run.of(
                    trial -> {
                      Thread.currentThread().interrupt();
                      return stage(new CompletableFuture<>());
                    })))
        .singleElement()
        .isInstanceOf(InterruptedException.class);
  }

  @Test
  void pausedResult_neverArrives() {
    TrialError error =
        Run.error(
            Run.of(
                trial -> {
                  Deferred<String> paused = new Deferred<>();
                  paused.callback("there");
                  paused.pause();
                  return paused;
                }));
    assertThat(error)
        .hasMessageContaining("Deferred#1 [succeeded: there, paused]")
        .hasMessageContaining("fix: it has a result and is paused: call unpause()");
  }

  @Test
  void strictness_decidesWhatCounts() {
    TrialBody unawaited = trial -> new Deferred<>().label("unawaited") == null ? 1 : null;
    assertThat(Run.of(unawaited)).isEqualTo(PASSED);
    assertThat(Run.codes(Run.of(with(Strictness.STRICT), unawaited)))
        .containsExactly(FailureCode.PENDING_DEFERRED);
    TrialOutcome lenient =
        Run.of(
            with(Strictness.LENIENT),
            trial -> {
              leak();
              return null;
            });
    assertThat(((Passed) lenient).overlooked())
        .extracting(TrialError::code)
        .containsExactly(FailureCode.PENDING_DEFERRED);
    assertThat(
            Run.codes(
                Run.of(
                    with(Strictness.LENIENT),
                    trial -> {
                      Deferred.fail(new IOException("gone"));
                      return null;
                    })))
        .containsExactly(FailureCode.UNHANDLED_FAILURE);
  }

  /** Returns a stage that ends as another does, and that refuses to be a future. */
  private static <T> CompletionStage<T> closed(CompletionStage<T> stage) {
    Closed<T> closed = new Closed<>();
    stage.whenComplete(
        (value, failure) -> {
          if (failure == null) {
            closed.complete(value);
          } else {
            closed.completeExceptionally(failure);
          }
        });
    return closed;
  }

  private static TrialSettings with(Strictness strictness) {
    return TrialSettings.DEFAULT.withStrictness(strictness);
  }

  private static final class Closed<T> extends CompletableFuture<T> {
    @Override
    public CompletableFuture<T> toCompletableFuture() {
      throw new UnsupportedOperationException();
    }
  }
}
