// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import static java.util.concurrent.TimeUnit.DAYS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Deferreds;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.Strict;
import dev.assay.junit.Trial;
import dev.assay.trial.TrialContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/** Correct trials with a clock's executors and futures. */
@SuppressWarnings("FutureReturnValueIgnored")
abstract class CorrectClockViews {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Trial
  void future_isCompletedBeforeItsTimeout(VirtualClock clock) {
    CompletableFuture<String> answer = clock.future();
    answer.orTimeout(30, SECONDS);
    answer.complete("pong");
    assertThat(answer).isCompletedWithValue("pong");
  }

  @Trial
  void future_timesOut(VirtualClock clock) {
    CompletableFuture<String> answer = clock.<String>future().orTimeout(30, SECONDS);
    clock.advance(SECOND.multipliedBy(30));
    assertThat(answer).isCompletedExceptionally();
  }

  @Trial
  CompletionStage<?> future_isReturned_andTimesOutWithAValue(VirtualClock clock) {
    CompletableFuture<String> answer = clock.future();
    return answer
        .completeOnTimeout("none", 30, SECONDS)
        .thenAccept(text -> assertThat(text).isEqualTo("none"));
  }

  @Trial
  CompletionStage<?> future_isReturned_andCompletedByACall(VirtualClock clock) {
    CompletableFuture<String> answer = clock.future();
    clock.callLater(SECOND, () -> answer.complete("pong"));
    return answer.thenApplyAsync(String::length).orTimeout(2, SECONDS);
  }

  @Trial
  void future_isCancelled_andItsDeferredToo(VirtualClock clock) {
    Deferred<String> answer = new Deferred<>();
    CompletableFuture<String> future = Deferreds.toFuture(answer, clock).orTimeout(30, SECONDS);
    future.cancel(true);
    clock.advance(SECOND);
    assertThat(answer.isFired()).isTrue();
  }

  @Trial
  void future_isWaitedForByTheClock(VirtualClock clock) throws Exception {
    CompletableFuture<String> answer = clock.future();
    clock.callLater(SECOND, () -> answer.complete("pong"));
    assertThat(answer.get(2, SECONDS)).isEqualTo("pong");
  }

  @Trial
  CompletionStage<?> dependents_goByTheClock(VirtualClock clock) {
    CompletableFuture<String> answer = clock.future();
    clock.callLater(SECOND, () -> answer.complete("pong"));
    return answer
        .thenCompose(text -> clock.<String>future().completeOnTimeout(text + "!", 60, SECONDS))
        .thenAccept(text -> assertThat(text).isEqualTo("pong!"));
  }

  @Trial
  void task_isWaitedForByTheClock(VirtualClock clock) throws Exception {
    Future<String> answer = clock.scheduledExecutor().schedule(() -> "pong", 5, SECONDS);
    assertThat(answer.get(6, SECONDS)).isEqualTo("pong");
  }

  @Trial
  void task_isLate_andCancelled(VirtualClock clock) {
    Future<String> answer = clock.scheduledExecutor().schedule(() -> "pong", 5, SECONDS);
    assertThatThrownBy(() -> answer.get(4, SECONDS)).isInstanceOf(TimeoutException.class);
    assertThat(answer.cancel(true)).isTrue();
  }

  @Trial
  void tasks_areRunByTheEndOfTheirExecutor(VirtualClock clock) throws Exception {
    ScheduledExecutorService executor = clock.scheduledExecutor();
    List<String> log = new ArrayList<>();
    executor.schedule(() -> log.add("task"), 5, SECONDS);
    executor.shutdown();
    assertThat(executor.awaitTermination(1, DAYS)).isTrue();
    assertThat(log).containsExactly("task");
  }

  @Trial
  void tasks_areDroppedWithTheirExecutor(VirtualClock clock) {
    ScheduledExecutorService executor = clock.scheduledExecutor();
    executor.schedule(() -> {}, 5, SECONDS);
    executor.scheduleAtFixedRate(() -> {}, 0, 5, SECONDS);
    clock.advance(SECOND);
    assertThat(executor.shutdownNow()).hasSize(2);
  }

  @Trial
  void executor_isStoppedInACleanup(VirtualClock clock, TrialContext trial) {
    ScheduledExecutorService executor = clock.scheduledExecutor();
    trial.addCleanup(executor::shutdownNow);
    executor.scheduleWithFixedDelay(() -> {}, 0, 5, SECONDS);
    clock.advance(SECOND);
  }

  @Trial
  void task_isInterrupted_andNobodyElse(VirtualClock clock) throws Exception {
    ScheduledExecutorService executor = clock.scheduledExecutor();
    Future<Boolean> interrupted =
        executor.submit(
            () -> {
              executor.shutdownNow();
              return Thread.currentThread().isInterrupted();
            });
    assertThat(interrupted.get(1, SECONDS)).isTrue();
  }

  @Trial
  void failures_ofTasksThatAreInvokedTogether_areRead(VirtualClock clock) throws Exception {
    List<Future<Integer>> futures =
        clock.scheduledExecutor().invokeAll(List.of(() -> 1, () -> Integer.parseInt("none")));
    assertThat(futures.get(0).get()).isEqualTo(1);
    assertThatThrownBy(futures.get(1)::get).isInstanceOf(ExecutionException.class);
  }

  @Trial
  void finishedTasks_areReadByAnotherThread(VirtualClock clock) throws Exception {
    ScheduledExecutorService executor = clock.scheduledExecutor();
    Future<String> fine = executor.submit(() -> "pong");
    Future<Integer> failed = executor.submit(() -> Integer.parseInt("none"));
    clock.advance(Duration.ZERO);
    onAnotherThread(
        () -> {
          assertThat(fine.get()).isEqualTo("pong");
          assertThat(fine.get(1, SECONDS)).isEqualTo("pong");
          assertThatThrownBy(failed::get).isInstanceOf(ExecutionException.class);
          return executor.isTerminated();
        });
  }

  @Trial
  void time_isReadByAnotherThread(VirtualClock clock) throws Exception {
    LongSupplier ticker = clock::nanoTime;
    long before = ticker.getAsLong();
    clock.advance(SECOND);
    onAnotherThread(
        () -> {
          assertThat(ticker.getAsLong() - before).isEqualTo(SECOND.toNanos());
          return clock.wallClock().instant();
        });
  }

  private static <T> T onAnotherThread(Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task);
    thread.start();
    thread.join();
    return task.get();
  }

  /** Nothing else is there. */
  static final class InCorrectClockViewsAlone extends CorrectClockViews {}

  /** Nothing at all may be left behind. */
  @Strict
  static final class InCorrectClockViewsStrict extends CorrectClockViews {}

  /** Time has passed before, and passes after. */
  static final class InCorrectClockViewsWithFixtures extends CorrectClockViews
      implements Surroundings.Seconds {}

  /** The reactor comes from the constructor, and there is something to clean up. */
  static final class InCorrectClockViewsWithConstructor extends CorrectClockViews {
    InCorrectClockViewsWithConstructor(FakeReactor reactor, TrialContext trial) {
      Surroundings.armAndCleanUp(reactor, trial);
    }
  }
}
