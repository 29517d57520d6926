// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.deferred.Deferred;
import dev.assay.pending.Pending;
import dev.assay.pending.PendingKind;
import dev.assay.trial.ExpectedError;
import dev.assay.trial.FailureCode;
import dev.assay.trial.TrialContext;
import dev.assay.trial.TrialError;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.TrialOutcome.Failed;
import dev.assay.trial.TrialOutcome.Passed;
import dev.assay.trial.TrialSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TrialContextTest {
  private static final TrialOutcome PASSED = new Passed(List.of());

  private final IOException gone = new IOException("gone");

  @Test
  void patch_severalTimes_isRestoredLastFirst() {
    AtomicReference<String> setting = new AtomicReference<>("original");
    List<String> restored = new ArrayList<>();
    TrialOutcome outcome =
        Run.of(
            trial -> {
              for (String value : List.of("first", "second")) {
                trial.patch(
                    setting::get,
                    (String it) -> {
                      setting.set(it);
                      restored.add(it);
                    },
                    value);
              }
              assertThat(setting).hasValue("second");
              return null;
            });
    assertThat(outcome).isEqualTo(PASSED);
    assertThat(setting).hasValue("original");
    assertThat(restored).containsExactly("first", "second", "first", "original");
  }

  @Test
  void patch_testFails_isRestored() {
    AtomicReference<String> setting = new AtomicReference<>("original");
    Run.of(
        trial -> {
          trial.patch(setting::get, setting::set, "changed");
          throw gone;
        });
    assertThat(setting).hasValue("original");
  }

  @Test
  void temporaryDirectory_passed_isRemovedWithAllThatIsInIt() {
    List<Path> made = new ArrayList<>();
    TrialOutcome outcome =
        Run.of(
            trial -> {
              made.add(trial.temporaryDirectory());
              assertThat(trial.temporaryDirectory()).isEqualTo(made.get(0)).isEmptyDirectory();
              Path inner = Files.createDirectories(made.get(0).resolve("a/b"));
              Files.writeString(inner.resolve("file"), "text");
              Files.createSymbolicLink(inner.resolve("nowhere"), Path.of("missing"));
              return null;
            });
    assertThat(outcome).isEqualTo(PASSED);
    assertThat(made.get(0)).doesNotExist();
  }

  @Test
  void temporaryDirectory_failed_isKeptAndNamed() throws IOException {
    List<Path> made = new ArrayList<>();
    Failed failed =
        (Failed)
            Run.of(
                trial -> {
                  made.add(trial.temporaryDirectory());
                  throw gone;
                });
    assertThat(made.get(0)).isDirectory();
    assertThat(failed.note()).endsWith(" real; its files are kept in " + made.get(0));
    Files.delete(made.get(0));
  }

  @Test
  void temporaryDirectory_removedByTheTest_isFine() {
    assertThat(
            Run.of(
                trial -> {
                  Files.delete(trial.temporaryDirectory());
                  return null;
                }))
        .isEqualTo(PASSED);
  }

  @Test
  void flushLoggedErrors_ofAType_takesThoseAndUnhandledFailures() {
    TrialOutcome outcome =
        Run.of(
            trial -> {
              Deferred.fail(gone);
              Deferred.fail(new IllegalStateException("other"));
              assertThat(trial.flushLoggedErrors(IOException.class)).containsExactly(gone);
              return null;
            });
    assertThat(Run.error(outcome)).hasCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void flushLoggedErrors_ofAnyType_takesAll() {
    TrialOutcome outcome =
        Run.of(
            trial -> {
              Deferred.fail(gone);
              Deferred.fail(new AssertionError("other"));
              assertThat(trial.flushLoggedErrors()).hasSize(2);
              assertThat(trial.flushLoggedErrors()).isEmpty();
              return null;
            });
    assertThat(outcome).isEqualTo(PASSED);
  }

  @Test
  void await_fired_givesItsValueOrThrowsItsFailure() {
    TrialOutcome outcome =
        Run.of(
            trial -> {
              assertThat(trial.await(Deferred.succeed(3))).isEqualTo(3);
              return trial.await(Deferred.<String>fail(gone));
            });
    assertThat(Run.problems(outcome)).containsExactly(gone);
  }

  @Test
  void allowPending_kindOrName_coversThatOnly() {
    TrialOutcome outcome =
        Run.of(
            trial -> {
              new Deferred<>().label("background").addCallback(value -> value);
              new Deferred<>().addCallback(value -> value);
              trial.allowPending("background");
              return null;
            });
    assertThat(Run.error(outcome).pending())
        .singleElement()
        .satisfies(left -> assertThat(left.name()).isEqualTo("Deferred#2"));
    assertThat(
            Run.of(
                trial -> {
                  new Deferred<>().addCallback(value -> value);
                  trial.allowPending(PendingKind.DEFERRED);
                  return null;
                }))
        .isEqualTo(PASSED);
    assertThat(
            Run.of(
                trial -> {
                  new Deferred<>().addCallback(value -> value);
                  trial.allowPending("Deferred#1");
                  return null;
                }))
        .isEqualTo(PASSED);
  }

  @Test
  void allowPending_nameThatEndsInAStar_coversAllThatBeginSo() {
    TrialOutcome outcome =
        Run.of(
            trial -> {
              new Deferred<>().label("poll-1").addCallback(value -> value);
              new Deferred<>().label("poll-").addCallback(value -> value);
              new Deferred<>().label("a poll-1").addCallback(value -> value);
              new Deferred<>().label("poll").addCallback(value -> value);
              trial.allowPending("poll-*", "*1", "p*ll");
              return null;
            });
    assertThat(Run.error(outcome).pending())
        .extracting(Pending::name)
        .containsExactly("Deferred#3 (a poll-1)", "Deferred#4 (poll)");
  }

  @Test
  void allowPending_ofAThread_isByItsNameOrItsBeginning() {
    TrialRun run = Run.open();
    run.context().allowPending("janitor", "pool-*");

    TrialOutcome outcome =
        run.close(
            counts ->
                Stream.of("janitor", "pool-1", "janitor-1")
                    .map(Thread::new)
                    .filter(counts)
                    .toList());

    assertThat(Run.problems(outcome))
        .singleElement()
        .asString()
        .contains("A-THREAD-LEFT: the thread janitor-1 is still running");
  }

  @Test
  void allowPending_name_doesNotAllowItToFail() {
    TrialOutcome outcome =
        Run.of(
            trial -> {
              trial.allowPending("background", "back*");
              trial.allowPending(PendingKind.DEFERRED);
              new Deferred<>().label("background").errback(gone);
              return null;
            });
    assertThat(Run.error(outcome).code()).isEqualTo(FailureCode.UNHANDLED_FAILURE);
  }

  @Test
  void notesAndLabel_areTold() {
    TrialOutcome outcome =
        Run.of(
            trial -> {
              trial.label("case 3");
              for (int i = 1; i <= 12; i++) {
                trial.note("step " + i);
              }
              return new Deferred<>();
            });
    assertThat(Run.error(outcome))
        .hasMessageContaining("\n  2 earlier notes are not shown\n  noted at t=0s: step 3\n")
        .hasMessageContaining("noted at t=0s: step 12\n")
        .hasMessageEndingWith(
            "this was case 3; the replay runs it among the others\n"
                + "  replay: com.acme.PingTest#answers");
  }

  @Test
  void fixture_ofAType_isMadeOnce() {
    Run.of(
        trial -> {
          StringBuilder made = trial.fixture(StringBuilder.class, StringBuilder::new);
          assertThat(trial.fixture(StringBuilder.class, StringBuilder::new)).isSameAs(made);
          return null;
        });
  }

  @Test
  void anyRequest_afterTheEnd_isRefused() {
    TrialRun run = Run.open();
    TrialContext trial = run.context();
    run.close();
    assertThatIllegalStateException()
        .isThrownBy(() -> trial.addCleanup(() -> {}))
        .withMessage(
            "cannot add a cleanup: com.acme.PingTest#answers has ended;"
                + " a trial must create the objects that it uses");
    assertThatIllegalStateException().isThrownBy(() -> trial.addDeferringCleanup(() -> null));
    assertThatIllegalStateException().isThrownBy(trial::temporaryDirectory);
    assertThatIllegalStateException().isThrownBy(() -> trial.await(Deferred.succeed(1)));
    assertThatIllegalStateException()
        .isThrownBy(() -> trial.await(CompletableFuture.completedFuture(1)));
    assertThatIllegalStateException().isThrownBy(trial::flushLoggedErrors);
    assertThatIllegalStateException().isThrownBy(() -> trial.allowPending("it"));
    assertThatIllegalStateException().isThrownBy(() -> trial.note("late"));
  }

  @Test
  void request_byAnotherThread_isRefused() {
    Run.of(
        trial -> {
          CompletableFuture<Void> asked =
              CompletableFuture.runAsync(() -> trial.addCleanup(() -> {}));
          assertThat(asked.handle((done, thrown) -> thrown).get())
              .hasRootCauseInstanceOf(IllegalStateException.class)
              .rootCause()
              .hasMessageEndingWith("only the trial's own thread may do that");
          return null;
        });
  }

  @Test
  void verdictOverAWait_swallowed_doesNotCoverWhatIsLeft() {
    TrialOutcome outcome =
        Run.of(
            trial -> {
              Deferred<String> answer = new Deferred<>();
              assertThatThrownBy(() -> trial.await(answer)).isInstanceOf(TrialError.class);
              answer.errback(gone);
              return null;
            });
    assertThat(Run.codes(outcome))
        .containsExactly(FailureCode.UNHANDLED_FAILURE, FailureCode.NEVER_FIRES);
  }

  @Test
  void verdictOverAWait_expected_isAllThatIsSaid() {
    TrialSettings todo = TrialSettings.DEFAULT.withTodo(new ExpectedError("mend it", List.of()));
    TrialOutcome outcome =
        Run.of(
            todo,
            trial -> {
              trial.await(new Deferred<String>().addCallback(String::strip));
              return null;
            });
    assertThat(outcome).isInstanceOf(TrialOutcome.ExpectedFailure.class);
  }

  @Test
  void returned_givesAStage_isAwaitedInItsTurn() {
    TrialOutcome outcome =
        Run.of(
            trial ->
                Deferred.succeed("ping")
                    .addCallback(ping -> CompletableFuture.<String>failedFuture(gone)));
    assertThat(Run.problems(outcome)).containsExactly(gone);
  }

  @Test
  void returned_stageGivesADeferred_isAwaitedInItsTurn() {
    TrialOutcome outcome =
        Run.of(trial -> CompletableFuture.completedStage(Deferred.<String>fail(gone)));
    assertThat(Run.problems(outcome)).containsExactly(gone);
  }
}
