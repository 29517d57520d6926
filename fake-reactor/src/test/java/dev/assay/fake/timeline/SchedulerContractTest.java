// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

import static java.util.concurrent.TimeUnit.HOURS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the JDK's own scheduled executor does, and a clock's must do too. */
@ParameterizedClass
@EnumSource
final class SchedulerContractTest {
  private final ScheduledExecutorService executor;

  SchedulerContractTest(SchedulerSubject subject) {
    executor = subject.open();
  }

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  @Test
  void newExecutor_isNeitherShutDownNorTerminated() {
    assertThat(executor.isShutdown()).isFalse();
    assertThat(executor.isTerminated()).isFalse();
  }

  @Test
  void executorThatHasRunItsTasks_isNotTerminated() throws Exception {
    Future<?> task = executor.submit(SchedulerContractTest::nothing);
    assertThat(task.get(1, MINUTES)).isNull();

    assertThat(executor.isTerminated()).isFalse();
  }

  @Test
  void shutdownWithoutTasks_terminates() throws Exception {
    executor.shutdown();
    executor.shutdown();

    assertThat(executor.isShutdown()).isTrue();
    assertThat(executor.awaitTermination(1, MINUTES)).isTrue();
    assertThat(executor.isTerminated()).isTrue();
  }

  @Test
  void shutdown_keepsDelayedTasks_andCancelsPeriodicOnes() throws Exception {
    Future<?> delayed = executor.schedule(SchedulerContractTest::nothing, 1, HOURS);
    Future<?> rate = executor.scheduleAtFixedRate(SchedulerContractTest::nothing, 1, 1, HOURS);
    Future<?> delay = executor.scheduleWithFixedDelay(SchedulerContractTest::nothing, 1, 1, HOURS);
    executor.shutdown();

    assertThat(delayed).isNotDone();
    assertThat(rate).isCancelled();
    assertThat(delay).isCancelled();
    assertThat(executor.isTerminated()).isFalse();
    delayed.cancel(false);
    executor.shutdownNow();
    assertThat(executor.awaitTermination(1, MINUTES)).isTrue();
  }

  @Test
  void shutdownNow_returnsTheFuturesThatNeverRan_andCancelsNone() throws Exception {
    ScheduledFuture<?> first = executor.schedule(SchedulerContractTest::nothing, 1, HOURS);
    ScheduledFuture<?> rate =
        executor.scheduleAtFixedRate(SchedulerContractTest::nothing, 2, 1, HOURS);
    ScheduledFuture<?> last = executor.schedule(SchedulerContractTest::nothing, 3, HOURS);

    assertThat(executor.shutdownNow()).hasSize(3).containsExactly(tasks(first, rate, last));
    assertThat(List.of(first, rate, last)).noneMatch(Future::isDone);
    assertThat(executor.awaitTermination(1, MINUTES)).isTrue();
    assertThat(executor.shutdownNow()).isEmpty();
  }

  @Test
  void taskThatShutdownNowReturned_isCancelledWhenItIsRun() {
    Future<?> future = executor.schedule(SchedulerContractTest::nothing, 1, HOURS);
    executor.shutdownNow().forEach(Runnable::run);

    assertThat(future).isCancelled();
  }

  @Test
  void afterShutdown_everyTaskIsRejected() {
    executor.shutdown();
    List<ThrowingCallable> uses =
        List.of(
            () -> executor.execute(SchedulerContractTest::nothing),
            () -> executor.submit(SchedulerContractTest::nothing),
            () -> executor.submit(() -> "x"),
            () -> executor.schedule(SchedulerContractTest::nothing, 1, SECONDS),
            () -> executor.scheduleAtFixedRate(SchedulerContractTest::nothing, 1, 1, SECONDS),
            () -> executor.scheduleWithFixedDelay(SchedulerContractTest::nothing, 1, 1, SECONDS),
            () -> executor.invokeAll(List.of(() -> "x")),
            () -> executor.invokeAny(List.of(() -> "x")));

    for (ThrowingCallable use : uses) {
      assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(use);
    }
  }

  @Test
  void emptyCollections_haveNoResult() throws Exception {
    assertThat(executor.invokeAll(List.<Callable<String>>of())).isEmpty();
    assertThat(executor.invokeAll(List.<Callable<String>>of(), 1, SECONDS)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> executor.invokeAny(List.<Callable<String>>of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> executor.invokeAny(List.<Callable<String>>of(), 1, SECONDS));
    executor.shutdown();
    assertThat(executor.invokeAll(List.<Callable<String>>of())).isEmpty();
  }

  @Test
  void periodThatIsNotPositive_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> executor.scheduleAtFixedRate(SchedulerContractTest::nothing, 1, 0, SECONDS));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> executor.scheduleWithFixedDelay(SchedulerContractTest::nothing, 1, -1, SECONDS));
  }

  @Test
  void result_isTheFuturesOwn() throws Exception {
    Future<String> called = executor.submit(() -> "called");
    Future<String> given = executor.submit(SchedulerContractTest::nothing, "given");
    Future<?> run = executor.submit(SchedulerContractTest::nothing);

    assertThat(called.get(1, MINUTES)).isEqualTo("called");
    assertThat(given.get(1, MINUTES)).isEqualTo("given");
    assertThat(run.get(1, MINUTES)).isNull();
  }

  @Test
  void exception_isTheCauseOfAnExecutionException() {
    IllegalStateException thrown = new IllegalStateException("thrown");
    Future<?> once = executor.submit(() -> fail(thrown));
    Future<?> rate = executor.scheduleAtFixedRate(() -> fail(thrown), 0, 1, HOURS);

    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(() -> once.get(1, MINUTES))
        .withCause(thrown);
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(() -> rate.get(1, MINUTES))
        .withCause(thrown);
    assertThat(rate.isCancelled()).isFalse();
  }

  @Test
  void cancelledFuture_isDone_andHasNoResult() {
    ScheduledFuture<?> future = executor.schedule(SchedulerContractTest::nothing, 1, HOURS);

    assertThat(future.cancel(false)).isTrue();
    assertThat(future.cancel(false)).isFalse();
    assertThat(future.isDone()).isTrue();
    assertThatExceptionOfType(CancellationException.class).isThrownBy(future::get);
  }

  @Test
  void futureThatIsDone_cannotBeCancelled() throws Exception {
    Future<String> future = executor.submit(() -> "done");
    assertThat(future.get(1, MINUTES)).isEqualTo("done");

    assertThat(future.cancel(true)).isFalse();
    assertThat(future.isCancelled()).isFalse();
  }

  @Test
  void getWithoutTime_timesOut() {
    ScheduledFuture<?> future = executor.schedule(SchedulerContractTest::nothing, 1, HOURS);

    assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> future.get(0, NANOSECONDS));
  }

  @Test
  void delays_areCountedDown_andCompared() {
    ScheduledFuture<?> soon = executor.schedule(SchedulerContractTest::nothing, 1, HOURS);
    ScheduledFuture<?> late = executor.schedule(SchedulerContractTest::nothing, 2, HOURS);
    ScheduledFuture<?> rate =
        executor.scheduleAtFixedRate(SchedulerContractTest::nothing, 3, 1, HOURS);

    assertThat(soon.getDelay(MINUTES)).isBetween(58L, 60L);
    assertThat(soon.compareTo(late)).isNegative();
    assertThat(rate.compareTo(late)).isPositive();
    assertThat(((RunnableScheduledFuture<?>) rate).isPeriodic()).isTrue();
    assertThat(((RunnableScheduledFuture<?>) late).isPeriodic()).isFalse();
  }

  @Test
  void invokeAll_returnsDoneFuturesInOrder() throws Exception {
    IllegalStateException thrown = new IllegalStateException("thrown");
    List<Future<String>> futures =
        executor.invokeAll(List.of(() -> "a", () -> fail(thrown), () -> "c"));

    assertThat(futures).hasSize(3).allMatch(Future::isDone);
    assertThat(futures.get(2).get()).isEqualTo("c");
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(futures.get(1)::get)
        .withCause(thrown);
    assertThat(executor.invokeAll(List.<Callable<String>>of())).isEmpty();
  }

  @Test
  void invokeAllWithoutTime_cancelsAll() throws Exception {
    List<Future<String>> futures = executor.invokeAll(List.of(() -> "a", () -> "b"), 0, SECONDS);

    assertThat(futures).hasSize(2).allMatch(Future::isCancelled);
  }

  @Test
  void invokeAny_returnsASuccess_orThrowsTheLastFailure() throws Exception {
    IllegalStateException thrown = new IllegalStateException("thrown");

    String success = executor.invokeAny(List.of(() -> fail(thrown), () -> "b"));
    assertThat(success).isEqualTo("b");
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(() -> executor.invokeAny(List.<Callable<String>>of(() -> fail(thrown))))
        .withCause(thrown);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> executor.invokeAny(List.<Callable<String>>of()));
  }

  private static Runnable[] tasks(ScheduledFuture<?>... futures) {
    Runnable[] tasks = new Runnable[futures.length];
    for (int i = 0; i < futures.length; i++) {
      tasks[i] = (Runnable) futures[i];
    }
    return tasks;
  }

  private static void nothing() {}

  private static String fail(RuntimeException exception) {
    throw exception;
  }
}
