// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import static java.util.concurrent.TimeUnit.DAYS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.fake.timeline.OtherThread;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@SuppressWarnings("FutureReturnValueIgnored")
final class SchedulerWaitingTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final VirtualClock clock = new VirtualClock();
  private final ScheduledExecutorService executor = clock.scheduledExecutor();
  private final List<String> log = new ArrayList<>();

  @Test
  void getOnTheOwnThread_ofATaskThatIsNotDone_isExplainedAtOnce() {
    ScheduledFuture<?> future = executor.schedule(() -> {}, 5, SECONDS);

    assertThatIllegalStateException()
        .isThrownBy(future::get)
        .withMessage(
            "the clock's own thread must not wait for a task that only it can run:"
                + " task, a lambda of SchedulerWaitingTest: due at t=5s, waiting;"
                + " advance the clock to its due time first");
  }

  @Test
  void timedGetOnTheOwnThread_advancesTheClock_justToTheEndOfTheTask() throws Exception {
    ScheduledFuture<String> future = executor.schedule(() -> "result", 5, SECONDS);
    clock.callLater(SECOND, () -> log.add("call"));

    assertThat(future.get(1, DAYS)).isEqualTo("result");
    assertThat(log).containsExactly("call");
    assertThat(clock.elapsed()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void timedGetOnTheOwnThread_thatTimesOut_movesTheClockByTheTimeOut() {
    ScheduledFuture<?> future = executor.schedule(() -> {}, 5, SECONDS);

    assertThatExceptionOfType(TimeoutException.class)
        .isThrownBy(() -> future.get(2, SECONDS))
        .withMessage(
            "task, a lambda of SchedulerWaitingTest: due at t=5s, waiting: not done within 2s");
    assertThat(clock.elapsed()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void timedGetInsideACall_timesOutAtOnce_asNoTimeCanPass() {
    ScheduledFuture<?> future = executor.schedule(() -> {}, 5, SECONDS);
    clock
        .callLater(
            SECOND,
            () ->
                assertThatExceptionOfType(TimeoutException.class)
                    .isThrownBy(() -> future.get(1, DAYS))
                    .withMessage(
                        "task, a lambda of SchedulerWaitingTest: due at t=5s, waiting: no time"
                            + " passes while the clock's own thread waits; return from"
                            + " DelayedCall (ping) first and ask again in a later call"))
        .label("ping");
    clock.advance(SECOND);

    assertThat(clock.elapsed()).isEqualTo(SECOND);
  }

  @Test
  void timedGetOnTheOwnThread_whenInterrupted_isInterrupted() {
    ScheduledFuture<?> future = executor.schedule(() -> {}, 5, SECONDS);
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> future.get(1, SECONDS));
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void timedGetOnAnotherThread_timesOutByTheClock_evenIfTheTaskIsDoneAfterwards() {
    ScheduledFuture<?> future = executor.schedule(() -> {}, 5, SECONDS);
    OtherThread<?> waiting = OtherThread.running(() -> future.get(1, SECONDS));
    waiting.awaitWaiting();
    clock.advance(Duration.ofHours(1));

    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(waiting::result)
        .withCauseInstanceOf(TimeoutException.class);
    assertThat(future.isDone()).isTrue();
  }

  @Test
  void timedGetOnAnotherThread_ofATaskThatIsDoneInTime_hasItsResult() throws Exception {
    ScheduledFuture<String> future = executor.schedule(() -> "result", 5, SECONDS);
    OtherThread<String> waiting = OtherThread.running(() -> future.get(6, SECONDS));
    waiting.awaitWaiting();
    clock.advance(Duration.ofHours(1));

    assertThat(waiting.result()).isEqualTo("result");
  }

  @Test
  void timedWaitsOnAnotherThread_ofAClockThatNobodyDrives_comeToAnEnd() throws Exception {
    clock.timeline().waitAtMost(1);
    ScheduledFuture<?> future = executor.schedule(() -> {}, 1, SECONDS);
    OtherThread<?> getting = OtherThread.running(() -> future.get(1, NANOSECONDS));
    OtherThread<Boolean> awaiting =
        OtherThread.running(() -> executor.awaitTermination(1, NANOSECONDS));

    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(getting::result)
        .withCauseInstanceOf(TimeoutException.class);
    assertThat(awaiting.result()).isFalse();
    assertThat(clock.elapsed()).isZero();
  }

  @Test
  void awaitTerminationOnAnotherThread_timesOutByTheClock() throws Exception {
    executor.schedule(() -> {}, 3, SECONDS);
    executor.shutdown();
    OtherThread<Boolean> shorter = OtherThread.running(() -> executor.awaitTermination(2, SECONDS));
    OtherThread<Boolean> longer = OtherThread.running(() -> executor.awaitTermination(4, SECONDS));
    shorter.awaitWaiting();
    longer.awaitWaiting();
    clock.advance(Duration.ofHours(1));

    assertThat(shorter.result()).isFalse();
    assertThat(longer.result()).isTrue();
  }

  @Test
  void invokeAllOnAnotherThread_withALimit_cancelsWhatIsNotDoneByTheClock() throws Exception {
    executor.schedule(() -> log.add("first"), 0, SECONDS);
    OtherThread<List<Future<String>>> waiting =
        OtherThread.running(() -> executor.invokeAll(List.of(task("a"), task("b")), 1, SECONDS));
    waiting.awaitWaiting();
    clock.jump(Duration.ofSeconds(2));

    assertThat(waiting.result()).allMatch(Future::isDone);
  }

  @Test
  void getInsideACall_isExplainedWithTheCall() {
    ScheduledFuture<?> future = executor.schedule(() -> {}, 5, SECONDS);
    clock.callLater(SECOND, () -> get(future)).label("ping");

    assertThatIllegalStateException()
        .isThrownBy(() -> clock.advance(SECOND))
        .withMessageEndingWith(
            "; return from DelayedCall (ping) first and ask again in a later call");
  }

  @Test
  void getWithoutTime_isAQuestion() {
    ScheduledFuture<?> future = executor.schedule(() -> {}, 5, SECONDS);

    assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> future.get(0, NANOSECONDS));
  }

  @Test
  void getOnAnotherThread_waits() throws Exception {
    ScheduledFuture<String> future = executor.schedule(() -> "result", 5, SECONDS);
    OtherThread<String> waiting = OtherThread.running(future::get);
    waiting.awaitWaiting();
    clock.advance(Duration.ofSeconds(5));

    assertThat(waiting.result()).isEqualTo("result");
  }

  @Test
  void awaitTermination_advancesTheClockJustToTheEndOfTheLastTask() throws Exception {
    executor.schedule(() -> log.add("task"), 3, SECONDS);
    clock.callLater(SECOND, () -> log.add("call"));
    executor.shutdown();

    assertThat(executor.awaitTermination(Long.MAX_VALUE, SECONDS)).isTrue();
    assertThat(log).containsExactly("call", "task");
    assertThat(clock.elapsed()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void awaitTermination_thatTimesOut_movesTheClockByTheTimeOut() throws Exception {
    executor.schedule(() -> log.add("task"), 3, SECONDS);
    executor.shutdown();

    assertThat(executor.awaitTermination(2, SECONDS)).isFalse();
    assertThat(clock.elapsed()).isEqualTo(Duration.ofSeconds(2));
    assertThat(executor.awaitTermination(0, SECONDS)).isFalse();
    assertThat(executor.awaitTermination(1, SECONDS)).isTrue();
  }

  @Test
  void awaitTermination_withNothingArmed_movesTheClockByTheTimeOut() throws Exception {
    assertThat(executor.awaitTermination(2, SECONDS)).isFalse();
    assertThat(clock.elapsed()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void awaitTermination_seesAShutdownByACall() throws Exception {
    clock.callLater(SECOND, executor::shutdown);

    assertThat(executor.awaitTermination(1, SECONDS)).isTrue();
  }

  @Test
  void awaitTerminationWithoutEnd_ofAnExecutorThatWasNotShutDown_isExplained() {
    assertThatIllegalStateException()
        .isThrownBy(() -> executor.awaitTermination(Long.MAX_VALUE, NANOSECONDS))
        .withMessage(
            "scheduled executor, running, 0 tasks unfinished:"
                + " waiting for it to terminate would never end; shut it down first");
  }

  @Test
  void awaitTerminationInsideACall_isExplained_unlessItIsTerminated() {
    ScheduledExecutorService terminated = clock.scheduledExecutor();
    terminated.shutdown();
    clock.callLater(SECOND, () -> log.add("terminated " + await(terminated)));
    clock.callLater(SECOND, () -> await(executor)).label("ping");

    assertThatIllegalStateException()
        .isThrownBy(() -> clock.advance(SECOND))
        .withMessage(
            "a call must not wait for an executor to terminate: DelayedCall (ping) is running;"
                + " use callLater for what is to follow");
    assertThat(log).containsExactly("terminated true");
  }

  @Test
  void awaitTerminationOnAnInterruptedThread_isInterrupted() {
    executor.schedule(() -> {}, 1, SECONDS);
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(() -> executor.awaitTermination(1, SECONDS));
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void awaitTerminationOnAnotherThread_waits() throws Exception {
    executor.schedule(() -> {}, 3, SECONDS);
    OtherThread<Boolean> waiting = OtherThread.running(() -> executor.awaitTermination(1, DAYS));
    waiting.awaitWaiting();
    executor.shutdown();
    clock.advance(Duration.ofSeconds(3));

    assertThat(waiting.result()).isTrue();
  }

  @Test
  void shutdownOfAnotherThread_cancelsPeriodicTasks_onceTheClockMoves() {
    Future<?> rate = executor.scheduleAtFixedRate(() -> log.add("run"), 1, 1, SECONDS);
    OtherThread.run(executor::shutdown);
    clock.advance(SECOND);

    assertThat(log).isEmpty();
    assertThat(rate).isCancelled();
    assertThat(executor.isTerminated()).isTrue();
  }

  @Test
  void close_letsDelayedTasksRun() throws Exception {
    executor.schedule(() -> log.add("task"), 3, SECONDS);
    close(executor);

    assertThat(log).containsExactly("task");
    assertThat(executor.isTerminated()).isTrue();
  }

  @Test
  void invokeAll_runsTheTasksThereAndThen() throws Exception {
    List<Future<String>> futures =
        executor.invokeAll(
            List.of(
                task("a"),
                () -> {
                  throw new IllegalStateException("b");
                },
                task("c")));

    assertThat(log).containsExactly("a", "c");
    assertThat(futures.get(0).get()).isEqualTo("a");
    assertThatThrownBy(() -> futures.get(1).get()).hasRootCauseMessage("b");
    assertThat(clock.elapsed()).isZero();
    executor.shutdown();
    assertThat(executor.isTerminated()).isTrue();
  }

  @Test
  void invokeAny_runsTasksUntilOneSucceeds() throws Exception {
    Callable<String> failing =
        () -> {
          log.add("failing");
          throw new IllegalStateException("failing");
        };

    assertThat(executor.invokeAny(List.of(failing, task("b"), task("c")))).isEqualTo("b");
    assertThat(log).containsExactly("failing", "b");
    assertThat(executor.invokeAny(List.of(task("d")), 1, SECONDS)).isEqualTo("d");
  }

  @Test
  void invokeAllOnAnotherThread_waitsForTheClock() throws Exception {
    OtherThread<List<Future<String>>> waiting =
        OtherThread.running(() -> executor.invokeAll(List.of(task("a"), task("b"))));
    waiting.awaitWaiting();
    clock.advance(Duration.ZERO);

    assertThat(waiting.result()).extracting(Future::get).containsExactly("a", "b");
  }

  private Callable<String> task(String name) {
    return () -> {
      log.add(name);
      return name;
    };
  }

  private static boolean await(ExecutorService executor) {
    try {
      return executor.awaitTermination(1, SECONDS);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private static void get(Future<?> future) {
    try {
      future.get();
    } catch (InterruptedException | ExecutionException unexpected) {
      throw new AssertionError(unexpected);
    }
  }

  /** Closes an executor as JDK 19 and later do, by that JDK's own method where there is one. */
  private static void close(ExecutorService executor) throws Exception {
    List<Method> close =
        Stream.of(ExecutorService.class.getMethods())
            .filter(method -> method.getName().equals("close"))
            .toList();
    for (Method method : close) {
      method.invoke(executor);
    }
    if (close.isEmpty()) {
      executor.shutdown();
      assertThat(executor.awaitTermination(1, DAYS)).isTrue();
    }
  }
}
