// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

import static java.util.concurrent.TimeUnit.HOURS;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.fake.VirtualClock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What interrupts a task that runs, and that no interrupt outlives the task it was meant for. */
@ParameterizedClass
@EnumSource
@SuppressWarnings("FutureReturnValueIgnored")
final class SchedulerInterruptTest {
  private final ScheduledExecutorService executor;
  private final List<String> log = Collections.synchronizedList(new ArrayList<>());

  SchedulerInterruptTest(SchedulerSubject subject) {
    executor = subject.open();
  }

  @AfterEach
  void stop() {
    executor.shutdownNow();
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void shutdownNowInATask_interruptsIt() throws Exception {
    executor.execute(
        () -> {
          executor.shutdownNow();
          log.add("interrupted " + Thread.currentThread().isInterrupted());
        });

    assertThat(executor.awaitTermination(1, MINUTES)).isTrue();
    assertThat(log).containsExactly("interrupted true");
  }

  @Test
  void shutdownNowOnAnotherThread_interruptsTheTaskThatRuns() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    executor.schedule(() -> log.add("never"), 1, HOURS);
    Future<String> running =
        executor.submit(
            () -> {
              OtherThread.running(executor::shutdownNow);
              try {
                never.await();
                return "no";
              } catch (InterruptedException interrupted) {
                return "interrupted";
              }
            });

    assertThat(running.get(1, MINUTES)).isEqualTo("interrupted");
    assertThat(executor.awaitTermination(1, MINUTES)).isTrue();
    assertThat(log).isEmpty();
  }

  @Test
  void shutdownNowOfAnotherExecutor_interruptsNothing() throws Exception {
    ScheduledExecutorService other = new VirtualClock().scheduledExecutor();
    Future<Boolean> running =
        executor.submit(
            () -> {
              other.shutdownNow();
              return Thread.currentThread().isInterrupted();
            });

    assertThat(running.get(1, MINUTES)).isFalse();
  }

  @Test
  void cancelWithInterrupt_inTheTask_interruptsIt_butNotTheNext() throws Exception {
    cancelFromInside(true);

    assertThat(log).containsExactly("interrupted true", "next false");
  }

  @Test
  void cancelWithoutInterrupt_inTheTask_interruptsNothing() throws Exception {
    cancelFromInside(false);

    assertThat(log).containsExactly("interrupted false", "next false");
  }

  private void cancelFromInside(boolean interrupt) throws Exception {
    CompletableFuture<Future<?>> itself = new CompletableFuture<>();
    Future<?> cancelled =
        executor.submit(
            () -> {
              itself.join().cancel(interrupt);
              log.add("interrupted " + Thread.currentThread().isInterrupted());
            });
    itself.complete(cancelled);
    Future<?> next = executor.submit(() -> log.add("next " + Thread.interrupted()));

    next.get(1, MINUTES);
    assertThatExceptionOfType(CancellationException.class).isThrownBy(cancelled::get);
  }

  @Test
  void cancelOnAnotherThread_interruptsTheTaskThatRuns_butNotTheNext() throws Exception {
    CompletableFuture<Future<?>> itself = new CompletableFuture<>();
    CountDownLatch never = new CountDownLatch(1);
    Future<?> cancelled =
        executor.submit(
            () -> {
              OtherThread.running(() -> itself.join().cancel(true));
              try {
                never.await();
              } catch (InterruptedException interrupted) {
                log.add("interrupted");
              }
            });
    itself.complete(cancelled);
    Future<?> next = executor.submit(() -> log.add("next " + Thread.interrupted()));

    next.get(1, MINUTES);
    assertThat(log).containsExactly("interrupted", "next false");
    assertThat(cancelled.isCancelled()).isTrue();
  }

  @Test
  void flagThatATaskSets_isNotSeenByTheNext() throws Exception {
    executor.execute(() -> Thread.currentThread().interrupt());
    Future<Boolean> next = executor.submit(() -> Thread.currentThread().isInterrupted());

    assertThat(next.get(1, MINUTES)).isFalse();
  }

  @Test
  void flagThatARunOfAPeriodicTaskSets_isNotSeenByTheNextRun() throws Exception {
    CountDownLatch runs = new CountDownLatch(3);
    Future<?> rate =
        executor.scheduleAtFixedRate(
            () -> {
              log.add("interrupted " + Thread.currentThread().isInterrupted());
              Thread.currentThread().interrupt();
              runs.countDown();
            },
            0,
            1,
            MILLISECONDS);
    Future<?> later = executor.schedule(() -> {}, 20, MILLISECONDS);
    later.get(1, MINUTES);
    rate.cancel(false);

    assertThat(log).hasSizeGreaterThanOrEqualTo(1).containsOnly("interrupted false");
  }
}
