// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.deferred.Deferred;
import dev.assay.ledger.CurrentWork;
import dev.assay.ledger.Ledger;
import dev.assay.time.LivelockError;
import dev.assay.trial.ExpectedError;
import dev.assay.trial.FailureCode;
import dev.assay.trial.SkippedException;
import dev.assay.trial.TrialError;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.TrialOutcome.Failed;
import dev.assay.trial.TrialOutcome.Passed;
import dev.assay.trial.TrialSettings;
import dev.assay.trial.run.ExternallyDrivenRun;
import dev.assay.trial.run.TrialRun;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ExternallyDrivenRunTest {
  private final IllegalStateException mine = new IllegalStateException("mine");
  private final ExternallyDrivenRun hosted = hosted(TrialSettings.DEFAULT);

  private static ExternallyDrivenRun hosted(TrialSettings settings) {
    return new ExternallyDrivenRun(TrialRun.open("sample", settings));
  }

  @Test
  void part_itsResult_isPassedOn_andWhatItMakesIsTheTrials() throws Throwable {
    assertThat(hosted.<String>part("setUp", () -> leak().name())).isEqualTo("Deferred#1");
    assertThat(hosted.<@Nullable String>part("test", () -> null)).isNull();

    assertThat(Ledger.current()).isNull();
    assertThat(codes(hosted.close(null))).containsExactly(FailureCode.PENDING_DEFERRED);
  }

  @Test
  void part_thatFails_isTheHostsToTell() {
    assertThatThrownBy(() -> hosted.part("test", this::fail)).isSameAs(mine);

    assertThat(hosted.close(null)).isInstanceOf(Passed.class);
  }

  @Test
  void close_failureThatTheHostHasSeen_comesFirst_andOnce() throws Throwable {
    IllegalStateException cleanUp = new IllegalStateException("clean-up");
    hosted.part("test", ExternallyDrivenRunTest::leak);
    hosted
        .run()
        .context()
        .addCleanup(
            () -> {
              throw cleanUp;
            });
    assertThatThrownBy(hosted::cleanUp).isSameAs(cleanUp);

    Failed failed = (Failed) hosted.close(mine);

    assertThat(failed.problems()).hasSize(3).startsWith(mine, cleanUp);
  }

  @Test
  void test_thatFailsAsExpected_isSkipped_withItsFailure() {
    ExternallyDrivenRun todo =
        hosted(TrialSettings.DEFAULT.withTodo(new ExpectedError("later", List.of())));

    assertThatThrownBy(() -> todo.test(this::fail))
        .isInstanceOf(SkippedException.class)
        .hasMessage("todo: later")
        .hasCause(mine);
    assertThatThrownBy(() -> todo.test(() -> null))
        .isInstanceOfSatisfying(
            TrialError.class,
            error -> assertThat(error.code()).isEqualTo(FailureCode.UNEXPECTED_SUCCESS));
  }

  @Test
  void part_inAnother_isAPieceOfIt() throws Throwable {
    hosted.part("setUp", () -> hosted.part("test", ExternallyDrivenRunTest::leak));

    assertThat(((Failed) hosted.close(null)).problems().get(0))
        .hasMessageContaining("during setUp,");
  }

  @Test
  void part_onAnotherThread_standsInForTheFirst() throws Throwable {
    Thread home = Thread.currentThread();
    List<Thread> seen = new ArrayList<>();

    onAnotherThread(() -> seen.add(hosted.part("test", CurrentWork::thread))).get();

    assertThat(seen).containsExactly(home);
  }

  @Test
  void part_thatSpinsOnceMore_endsAsWell() {
    ExternallyDrivenRun.Part<Object> spinning =
        () -> {
          throw new LivelockError("on and on", null);
        };
    assertThatThrownBy(() -> hosted.part("test", spinning)).hasMessageStartingWith("A-LIVELOCK");

    assertThatThrownBy(() -> hosted.part("tearDown", spinning)).hasMessage("on and on");
  }

  @Test
  void giveUp_part_isInterrupted_andToldAtTheEnd() throws Throwable {
    CountDownLatch begun = new CountDownLatch(1);
    List<Thread> workers = new ArrayList<>();
    CompletableFuture<Void> part =
        onAnotherThread(
            () ->
                hosted.part(
                    "test",
                    () -> {
                      workers.add(Thread.currentThread());
                      begun.countDown();
                      new CountDownLatch(1).await();
                      return null;
                    }));
    begun.await();

    hosted.giveUp(workers.get(0), "it takes too long");

    assertThatThrownBy(part::get).isInstanceOf(ExecutionException.class);
    assertThat(((Failed) hosted.close(mine)).problems())
        .hasSize(2)
        .startsWith(mine)
        .last()
        .extracting(Throwable::getMessage)
        .asString()
        .startsWith("A-STUCK: it takes too long");
  }

  @Test
  void giveUp_threadThatDoesNotAnswer_isLost_andTheRunEndsWithoutIt() throws Throwable {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    List<Thread> workers = new ArrayList<>();
    CompletableFuture<Void> part =
        onAnotherThread(
            () ->
                hosted.part(
                    "test",
                    () -> {
                      workers.add(Thread.currentThread());
                      begun.countDown();
                      while (release.getCount() > 0) {
                        Thread.onSpinWait();
                      }
                      return null;
                    }));
    begun.await();
    hosted.giveUp(workers.get(0), "it takes too long");

    assertThat(hosted.<String>part("tearDown", () -> "done")).isEqualTo("done");
    TrialOutcome outcome = hosted.close(null);
    release.countDown();

    assertThat(codes(outcome)).containsExactly(FailureCode.STUCK);
    assertThatThrownBy(part::get).isInstanceOf(ExecutionException.class);
  }

  private static List<FailureCode> codes(TrialOutcome outcome) {
    return ((Failed) outcome)
        .problems().stream().map(problem -> ((TrialError) problem).code()).toList();
  }

  private @Nullable Object fail() {
    throw mine;
  }

  private static Deferred<String> leak() {
    return new Deferred<String>().addCallback(value -> value);
  }

  private static CompletableFuture<Void> onAnotherThread(ExternallyDrivenRun.Part<?> action) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    new Thread(
            () -> {
              try {
                action.run();
                done.complete(null);
              } catch (Throwable thrown) {
                done.completeExceptionally(thrown);
              }
            })
        .start();
    return done;
  }
}
