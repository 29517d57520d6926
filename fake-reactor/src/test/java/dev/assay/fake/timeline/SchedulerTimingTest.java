// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

import static java.util.concurrent.TimeUnit.HOURS;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** When tasks run, in which order, how often, and what a service over the executor sees of it. */
@ParameterizedClass
@EnumSource
final class SchedulerTimingTest {
  private final ScheduledExecutorService executor;
  private final List<String> log = Collections.synchronizedList(new ArrayList<>());

  SchedulerTimingTest(SchedulerSubject subject) {
    executor = subject.open();
  }

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  private Runnable logging(String text) {
    return () -> log.add(text);
  }

  @Test
  void tasksWithoutDelay_runInTheOrderInWhichTheyWereGiven() throws Exception {
    executor.execute(logging("a"));
    executor.schedule(logging("b"), 0, MILLISECONDS).isDone();
    executor.submit(logging("c")).isDone();
    executor.submit(logging("d"), "result").isDone();

    executor.schedule(logging("e"), -5, HOURS).get(1, MINUTES);
    executor.submit(logging("f")).get(1, MINUTES);
    assertThat(log).contains("a", "b", "c", "d", "e", "f");
    assertThat(log.subList(log.indexOf("a"), log.size()))
        .containsSubsequence("a", "b", "c", "d", "f");
  }

  @Test
  void delayedTasks_runInTheOrderOfTheirDelays() throws Exception {
    Future<?> late = executor.schedule(logging("late"), 1, HOURS);
    executor.schedule(logging("soon"), 1, MILLISECONDS).isDone();
    executor.schedule(() -> log.add("soon after"), 5, MILLISECONDS).get(1, MINUTES);

    assertThat(log).containsExactly("soon", "soon after");
    assertThat(late.isDone()).isFalse();
  }

  @Test
  void delayedTask_isNotDoneBefore_andItsDelayIsCountedDown() throws Exception {
    ScheduledFuture<String> future = executor.schedule(() -> "a", 20, MILLISECONDS);
    assertThat(future.getDelay(MILLISECONDS)).isLessThanOrEqualTo(20);

    assertThat(future.get(1, MINUTES)).isEqualTo("a");
    assertThat(future.getDelay(MILLISECONDS)).isLessThanOrEqualTo(0);
  }

  @Test
  void periodicTasks_runUntilTheyAreCancelled() throws Exception {
    for (boolean rate : List.of(true, false)) {
      log.clear();
      Future<?> task =
          rate
              ? executor.scheduleAtFixedRate(logging("run"), 0, 2, MILLISECONDS)
              : executor.scheduleWithFixedDelay(logging("run"), 0, 2, MILLISECONDS);
      while (log.size() < 3) {
        executor.schedule(() -> {}, 1, MILLISECONDS).get(1, MINUTES);
      }
      assertThat(task.cancel(false)).isTrue();
      executor.submit(() -> log.add("after")).get(1, MINUTES);
      executor.schedule(() -> {}, 10, MILLISECONDS).get(1, MINUTES);

      assertThat(log.subList(0, 3)).containsOnly("run");
      assertThat(log).endsWith("after");
      assertThatExceptionOfType(CancellationException.class).isThrownBy(task::get);
    }
  }

  @Test
  void periodicTaskThatThrows_runsNoMore() throws Exception {
    Future<?> task =
        executor.scheduleAtFixedRate(
            () -> {
              log.add("run");
              throw new IllegalStateException("thrown");
            },
            0,
            1,
            MILLISECONDS);
    executor.schedule(() -> {}, 10, MILLISECONDS).get(1, MINUTES);

    assertThat(log).containsExactly("run");
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(() -> task.get(1, MINUTES))
        .withMessageContaining("thrown");
  }

  @Test
  void periodicTask_mayCancelItself() throws Exception {
    CompletableFuture<Future<?>> itself = new CompletableFuture<>();
    Future<?> task =
        executor.scheduleAtFixedRate(
            () -> {
              log.add("run");
              itself.join().cancel(false);
            },
            1,
            1,
            MILLISECONDS);
    itself.complete(task);
    executor.schedule(() -> {}, 10, MILLISECONDS).get(1, MINUTES);

    assertThat(log).containsExactly("run");
    assertThat(task.isCancelled()).isTrue();
  }

  @Test
  void cancelledTask_doesNotRun() throws Exception {
    Future<?> cancelled = executor.schedule(logging("cancelled"), 5, MILLISECONDS);
    assertThat(cancelled.cancel(true)).isTrue();
    executor.schedule(() -> {}, 10, MILLISECONDS).get(1, MINUTES);

    assertThat(log).isEmpty();
  }

  @Test
  void taskThatATaskGives_runsAfterIt() throws Exception {
    CompletableFuture<Future<?>> inner = new CompletableFuture<>();
    executor.execute(
        () -> {
          inner.complete(executor.submit(logging("inner")));
          log.add("outer");
        });
    executor.submit(() -> {}).get(1, MINUTES);
    inner.join().get(1, MINUTES);

    assertThat(log).containsExactly("outer", "inner");
  }

  @Test
  void shutdown_letsDelayedTasksRun_andTerminates() throws Exception {
    executor.schedule(logging("delayed"), 5, MILLISECONDS).isDone();
    executor.scheduleAtFixedRate(logging("never"), 1, 1, HOURS).isDone();
    executor.shutdown();

    assertThat(executor.awaitTermination(1, MINUTES)).isTrue();
    assertThat(executor.isTerminated()).isTrue();
    assertThat(log).containsExactly("delayed");
  }

  @Test
  void awaitTermination_withoutShutdown_isOver() throws Exception {
    assertThat(executor.awaitTermination(1, MILLISECONDS)).isFalse();
    assertThat(executor.awaitTermination(0, MILLISECONDS)).isFalse();
    assertThat(executor.awaitTermination(-1, MILLISECONDS)).isFalse();
  }

  @Test
  void completionService_hasResultsInTheOrderInWhichTheyCome() throws Exception {
    ExecutorCompletionService<String> service = new ExecutorCompletionService<>(executor);
    assertThat(service.poll()).isNull();
    Future<String> first = service.submit(() -> "a");
    Future<String> failed = service.submit(() -> fail());
    Future<String> third = service.submit(() -> {}, "c");
    executor.submit(() -> {}).get(1, MINUTES);

    assertThat(service.take()).isSameAs(first);
    assertThat(service.poll()).isSameAs(failed);
    assertThat(service.poll(1, MINUTES)).isSameAs(third);
    assertThat(service.poll()).isNull();
    assertThat(third.get()).isEqualTo("c");
    assertThatExceptionOfType(ExecutionException.class).isThrownBy(failed::get);
  }

  private static String fail() {
    throw new IllegalStateException("thrown");
  }
}
