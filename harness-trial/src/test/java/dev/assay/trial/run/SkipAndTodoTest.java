// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.deferred.Deferred;
import dev.assay.trial.ExpectedError;
import dev.assay.trial.FailureCode;
import dev.assay.trial.SkippedException;
import dev.assay.trial.TrialBody;
import dev.assay.trial.TrialError;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.TrialOutcome.ExpectedFailure;
import dev.assay.trial.TrialOutcome.Skipped;
import dev.assay.trial.TrialSettings;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

final class SkipAndTodoTest {
  private static final ExpectedError ANY = new ExpectedError("not yet", List.of());
  private static final ExpectedError IO = new ExpectedError("not yet", List.of(IOException.class));

  private static TrialOutcome run(ExpectedError todo, TrialBody body) {
    return Run.of(TrialSettings.DEFAULT.withTodo(todo), body);
  }

  private static TrialBody fails(Throwable error) {
    return trial -> {
      throw error;
    };
  }

  @Test
  void todo_fails_isAnExpectedFailure() {
    IOException gone = new IOException("gone");
    assertThat(run(ANY, fails(gone))).isEqualTo(new ExpectedFailure(ANY, gone));
    assertThat(run(IO, fails(gone))).isEqualTo(new ExpectedFailure(IO, gone));
  }

  @Test
  void todo_deferredFails_isAnExpectedFailure() {
    IOException gone = new IOException("gone");
    assertThat(run(IO, trial -> Deferred.fail(gone))).isEqualTo(new ExpectedFailure(IO, gone));
  }

  @Test
  void todo_failsWithATypeThatExtendsTheExpected_isAnExpectedFailure() {
    FileNotFoundException gone = new FileNotFoundException("gone");
    assertThat(run(IO, fails(gone))).isEqualTo(new ExpectedFailure(IO, gone));
  }

  @Test
  void todo_failsWithAnotherType_isThatFailure() {
    IllegalStateException other = new IllegalStateException("other");
    assertThat(Run.problems(run(IO, fails(other)))).containsExactly(other);
  }

  @Test
  void todo_passes_isAFailure() {
    TrialError error = Run.error(run(ANY, trial -> null));
    assertThat(error.code()).isEqualTo(FailureCode.UNEXPECTED_SUCCESS);
    assertThat(error).hasMessageContaining("reason: not yet").hasMessageContaining("remove @Todo");
  }

  @Test
  void todo_neverFires_isAnExpectedFailure() {
    assertThat(run(ANY, trial -> new Deferred<>())).isInstanceOf(ExpectedFailure.class);
  }

  @Test
  void todo_coversTheTestOnly() {
    IOException gone = new IOException("gone");
    TrialRun run = TrialRun.open("todo", TrialSettings.DEFAULT.withTodo(ANY));
    run.test(fails(new IOException("expected")));
    run.tearDown(fails(gone));
    assertThat(Run.problems(run.close())).containsExactly(gone);
  }

  @Test
  void todo_leavesSomethingBehind_isAFailure() {
    TrialOutcome outcome =
        run(
            ANY,
            trial -> {
              new Deferred<>().addCallback(value -> value);
              throw new IOException("expected");
            });
    assertThat(Run.codes(outcome)).containsExactly(FailureCode.PENDING_DEFERRED);
  }

  @Test
  void skip_inTheTest_isSkippedWithItsReason() {
    SkippedException skip = new SkippedException("not here");
    assertThat(Run.of(fails(skip))).isEqualTo(new Skipped("not here", skip));
  }

  @Test
  void skip_asTheFailureOfADeferred_isSkipped() {
    SkippedException skip = new SkippedException("not here");
    assertThat(Run.of(trial -> Deferred.fail(skip))).isEqualTo(new Skipped("not here", skip));
  }

  @Test
  void skip_byAnAssumptionOfJUnit_isSkipped() {
    TestAbortedException aborted = new TestAbortedException("only on Tuesdays");
    assertThat(Run.of(fails(aborted))).isEqualTo(new Skipped("only on Tuesdays", aborted));
  }

  @Test
  void skip_thatWillNotTellWhy_isSkipped() {
    TestAbortedException moody =
        new TestAbortedException() {
          private static final long serialVersionUID = 1L;

          @Override
          public String getMessage() {
            throw new IllegalStateException("no comment");
          }
        };
    assertThat(Run.of(fails(moody)))
        .isInstanceOfSatisfying(
            Skipped.class, skipped -> assertThat(skipped.reason()).contains("toString() threw"));
  }

  @Test
  void run_cancelledInACleanUp_isSkippedAndNotPassed() {
    AtomicBoolean cancelled = new AtomicBoolean();
    TrialRun run = Run.open();
    run.cancelWhen(cancelled::get);
    run.test(
        trial -> {
          trial.addDeferringCleanup(Deferred::new);
          cancelled.set(true);
          return null;
        });
    assertThat(run.close())
        .isInstanceOfSatisfying(
            Skipped.class,
            skipped ->
                assertThat(skipped.reason()).isEqualTo("the run was cancelled at virtual t=0s"));
  }

  @Test
  void run_cancelledInATestThatSwallowsIt_isSkippedWhateverItIsToDo() {
    TrialRun run = TrialRun.open("todo", TrialSettings.DEFAULT.withTodo(ANY));
    run.cancelWhen(() -> true);
    run.test(
        trial -> {
          assertThatExceptionOfType(SkippedException.class)
              .isThrownBy(() -> trial.await(new Deferred<>()));
          return null;
        });
    assertThat(run.close()).isInstanceOf(Skipped.class);
  }

  @Test
  void run_cancelledAfterAFailure_isThatFailure() {
    IOException gone = new IOException("gone");
    TrialRun run = Run.open();
    run.cancelWhen(() -> true);
    run.test(fails(gone));
    run.tearDown(trial -> new Deferred<>());
    assertThat(Run.problems(run.close())).containsExactly(gone);
  }

  @Test
  void skip_thatHasSuppressedAFailure_isThatFailure() {
    IOException close = new IOException("close");
    TestAbortedException skip = new TestAbortedException("not today");
    skip.addSuppressed(close);
    assertThat(Run.problems(Run.of(fails(skip)))).containsExactly(close);
  }

  @Test
  void skip_ofOneThatHasSuppressedAFailure_isThatFailure() {
    IOException close = new IOException("close");
    TestAbortedException inner = new TestAbortedException("not today");
    inner.addSuppressed(close);
    assertThat(Run.problems(Run.of(fails(new SkippedException("later", inner)))))
        .containsExactly(close);
  }

  @Test
  void skip_thatHasSuppressedAnother_skips() {
    TestAbortedException skip = new TestAbortedException("not today");
    skip.addSuppressed(new TestAbortedException("nor tomorrow"));
    assertThat(Run.of(fails(skip))).isInstanceOf(Skipped.class);
  }

  @Test
  void skip_afterTheTestThatHasSuppressedAFailure_isThatFailure() {
    IOException close = new IOException("close");
    TestAbortedException skip = new TestAbortedException("not today");
    skip.addSuppressed(close);
    TrialRun run = Run.open();
    run.test(trial -> null);
    run.tearDown(fails(skip));
    assertThat(Run.problems(run.close())).contains(close);
  }

  @Test
  void skip_seenByAFramework_thatHasSuppressedAFailure_isThatFailure() {
    IOException close = new IOException("close");
    TestAbortedException skip = new TestAbortedException("not today");
    skip.addSuppressed(close);
    assertThat(Run.problems(new ExternallyDrivenRun(Run.open()).close(skip)))
        .containsExactly(close);
  }

  private static TrialBody interruptsItself(Throwable error) {
    return trial -> {
      Thread.currentThread().interrupt();
      throw error;
    };
  }

  @Test
  void skip_withTheThreadInterrupted_isAFailure() {
    TrialOutcome outcome = Run.of(interruptsItself(new TestAbortedException("not today")));
    assertThat(Run.error(outcome).code()).isEqualTo(FailureCode.INTERRUPTED);
  }

  @Test
  void todo_failsWithTheThreadInterrupted_isAFailure() {
    TrialOutcome outcome = run(ANY, interruptsItself(new IOException("gone")));
    assertThat(Run.error(outcome).code()).isEqualTo(FailureCode.INTERRUPTED);
  }

  @Test
  void failure_withTheThreadInterrupted_isThatFailure() {
    IOException gone = new IOException("gone");
    assertThat(Run.problems(Run.of(interruptsItself(gone)))).containsExactly(gone);
  }
}
