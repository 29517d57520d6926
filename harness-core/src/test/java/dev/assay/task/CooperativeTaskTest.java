// SPDX-License-Identifier: Apache-2.0
package dev.assay.task;

import static dev.assay.task.LoopingCallTest.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Outcome;
import dev.assay.ledger.Ledger;
import dev.assay.pending.Pending;
import dev.assay.pending.PendingKind;
import dev.assay.time.ManualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CooperativeTaskTest {
  private final Ledger ledger = new Ledger();
  private final Ledger.Binding binding = ledger.bind();
  private final ManualTime time = new ManualTime();
  private final Cooperator cooperator = new Cooperator(time, () -> () -> true);
  private final List<Integer> steps = new ArrayList<>();
  private final CooperativeTask<Iterator<Integer>> task =
      cooperator.cooperate(Stream.of(0, 1, 2).peek(steps::add).iterator());

  @AfterEach
  void unbind() {
    binding.close();
  }

  @Test
  void whenDone_eachCall_firesWithTheIterator() {
    Deferred<Iterator<Integer>> first = task.whenDone();
    Deferred<Iterator<Integer>> second = task.whenDone();
    run();
    assertThat(first.isFired()).isTrue();
    assertThat(second.state()).isEqualTo(first.state());
    assertThat(task.whenDone().state()).isEqualTo(first.state());
  }

  @Test
  void whenDone_cancelled_leavesTheTaskAndOthersAlone() {
    Deferred<Iterator<Integer>> gone = task.whenDone();
    Deferred<Iterator<Integer>> other = task.whenDone();
    gone.cancel();
    run();
    assertThat(failureOf(gone)).isInstanceOf(CancellationException.class);
    assertThat(other.state()).isInstanceOf(Outcome.Success.class);
  }

  @Test
  void whenDone_callbackCancelsAnother_theOtherStaysCancelled() {
    List<Deferred<Iterator<Integer>>> other = new ArrayList<>();
    task.whenDone().addEffect(done -> other.get(0).cancel());
    other.add(task.whenDone());
    run();
    assertThat(failureOf(other.get(0))).isInstanceOf(CancellationException.class);
  }

  @Test
  void pause_nests() {
    task.pause();
    task.pause();
    task.resume();
    run();
    assertThat(steps).isEmpty();
    assertThat(time.delayedCalls()).isEmpty();
    task.resume();
    run();
    assertThat(steps).containsExactly(0, 1, 2);
  }

  @Test
  void resume_notPaused_isRefused() {
    assertThatIllegalStateException()
        .isThrownBy(task::resume)
        .withMessage("CooperativeTask [running] is not paused; resume() needs a pause() before it");
  }

  @Test
  void stop_takesNoFurtherStep() {
    Deferred<Iterator<Integer>> done = task.whenDone();
    time.advance(Duration.ofMillis(1));
    task.stop();
    run();
    assertThat(steps).containsExactly(0);
    assertThat(failureOf(done))
        .isInstanceOf(CancellationException.class)
        .hasMessage("the task was stopped");
  }

  @Test
  void stop_ended_isRefused() {
    run();
    assertThatIllegalStateException()
        .isThrownBy(task::stop)
        .withMessage("CooperativeTask [done] has ended; cannot stop() it");
  }

  @Test
  void pause_stopped_isRefused() {
    task.stop();
    assertThatIllegalStateException()
        .isThrownBy(task::pause)
        .withMessage("CooperativeTask [stopped] has ended; cannot pause() it");
  }

  @Test
  void resume_stoppedWhilePaused_doesNothing() {
    task.pause();
    task.stop();
    task.resume();
    assertThat(time.delayedCalls()).isEmpty();
  }

  @Test
  void iterator_throws_failsTheTask() {
    IllegalStateException error = new IllegalStateException("gone");
    CooperativeTask<Iterator<Integer>> failing = cooperator.cooperate(throwing(error));
    Deferred<Iterator<Integer>> done = failing.whenDone();
    run();
    assertThat(failureOf(done)).isSameAs(error);
    assertThatIllegalStateException()
        .isThrownBy(failing::stop)
        .withMessage(
            "CooperativeTask [failed: java.lang.IllegalStateException: gone] has ended;"
                + " cannot stop() it");
  }

  @Test
  void iterator_throwsAndNobodyAsked_isAnUnhandledFailureUntilSomebodyDoes() {
    IllegalStateException error = new IllegalStateException("gone");
    CooperativeTask<Iterator<Integer>> failing = cooperator.cooperate(throwing(error));
    run();
    assertThat(ledger.snapshot())
        .singleElement()
        .extracting(Pending::kind)
        .isEqualTo(PendingKind.UNHANDLED_FAILURE);
    List<Throwable> errors = new ArrayList<>();
    failing.whenDone().addCallbacks(done -> true, errors::add);
    failing.whenDone().addCallbacks(done -> true, errors::add);
    assertThat(errors).containsExactly(error, error);
    assertThat(ledger.snapshot()).isEmpty();
  }

  @Test
  void iterator_stopsItsTaskAndThrows_logsWhatItThrew() {
    List<CooperativeTask<?>> self = new ArrayList<>();
    self.add(
        cooperator.cooperate(
            Stream.generate(
                    () -> {
                      self.get(0).stop();
                      throw new IllegalStateException("gone");
                    })
                .iterator()));
    run();
    assertThat(ledger.flushLoggedErrors(IllegalStateException.class)).hasSize(1);
  }

  @Test
  void element_unfiredDeferred_holdsTheTaskUpUntilItFires() {
    Deferred<String> page = new Deferred<>();
    CooperativeTask<?> waiting = cooperator.cooperate(List.of(page, 1).iterator());
    run();
    assertThat(waiting)
        .hasToString("CooperativeTask [waiting for Deferred#1 [unfired, 1 callback]]");
    Deferred<?> done = waiting.whenDone();
    page.callback("page");
    assertThat(done.isFired()).isFalse();
    run();
    assertThat(done.isFired()).isTrue();
  }

  @Test
  void element_firedDeferred_costsATurn() {
    Deferred<?> done = cooperator.coiterate(List.of(Deferred.succeed("page")).iterator());
    run();
    assertThat(done.isFired()).isTrue();
  }

  @Test
  void element_failedDeferred_failsTheTask() {
    IOException error = new IOException("gone");
    Deferred<?> done = cooperator.coiterate(List.of(Deferred.fail(error), 1).iterator());
    run();
    assertThat(failureOf(done)).isSameAs(error);
  }

  @Test
  void element_unfiredDeferredOfAPausedTask_needsBoth() {
    Deferred<String> page = new Deferred<>();
    CooperativeTask<?> waiting = cooperator.cooperate(List.of(page).iterator());
    run();
    waiting.pause();
    page.callback("page");
    assertThat(time.delayedCalls()).isEmpty();
    waiting.resume();
    run();
    assertThat(waiting).hasToString("CooperativeTask [done]");
  }

  @Test
  void element_failsAfterTheTaskWasStopped_keepsItsFailure() {
    Deferred<String> page = new Deferred<>();
    CooperativeTask<?> waiting = cooperator.cooperate(List.of(page).iterator());
    run();
    waiting.stop();
    page.errback(new IOException("gone"));
    assertThat(page.isUnhandled()).isTrue();
  }

  @Test
  void toString_countsPauses() {
    task.pause();
    assertThat(task).hasToString("CooperativeTask [paused]");
    task.pause();
    assertThat(task).hasToString("CooperativeTask [paused 2 times]");
  }

  private void run() {
    time.advance(Duration.ofSeconds(1));
  }

  private static Iterator<Integer> throwing(RuntimeException error) {
    return Stream.<Integer>generate(
            () -> {
              throw error;
            })
        .iterator();
  }
}
