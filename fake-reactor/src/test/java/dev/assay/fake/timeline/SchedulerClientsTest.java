// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

import static java.util.concurrent.TimeUnit.DAYS;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fake.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import org.junit.jupiter.api.Test;

/** Other threads as clients of a clock that one thread drives. */
final class SchedulerClientsTest {
  private static final int CLIENTS = 4;
  private static final int ROUNDS = 150;

  private final VirtualClock clock = new VirtualClock();
  private final ScheduledExecutorService executor = clock.scheduledExecutor();

  /**
   * What one client has given, and when each of it ran; only the clock's thread writes the runs.
   */
  private static final class Client {
    private final List<Future<?>> kept = new ArrayList<>();
    private final List<Future<?>> cancelled = new ArrayList<>();
    private final List<Long> runs = new ArrayList<>();
    private int early;
  }

  @Test
  void tasksOfManyThreads_areNeitherLostNorEarlyNorOutOfOrder() throws Exception {
    List<Client> clients = new ArrayList<>();
    List<OtherThread<Client>> threads = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      int seed = i;
      threads.add(OtherThread.running(() -> give(seed)));
    }
    while (!threads.stream().allMatch(OtherThread::isDone)) {
      clock.advance(Duration.ofMillis(1));
    }
    for (OtherThread<Client> thread : threads) {
      clients.add(thread.result());
    }
    executor.shutdown();
    assertThat(executor.awaitTermination(1, DAYS)).isTrue();

    for (Client client : clients) {
      assertThat(client.kept).allMatch(Future::isDone).noneMatch(Future::isCancelled);
      assertThat(client.cancelled).allMatch(Future::isDone);
      long ran = client.cancelled.stream().filter(future -> !future.isCancelled()).count();
      assertThat(client.runs).isSorted();
      assertThat((long) client.runs.size()) // some may have been cancelled as they ran
          .isBetween(client.kept.size() + ran, (long) client.kept.size() + client.cancelled.size());
      assertThat(client.early).isZero();
    }
    assertThat(clock.delayedCalls()).isEmpty();
  }

  private Client give(int seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    Client client = new Client();
    for (int round = 0; round < ROUNDS; round++) {
      long delay = random.nextInt(5);
      long due = clock.elapsed().toNanos() + MILLISECONDS.toNanos(delay);
      ScheduledFuture<?> task = executor.schedule(() -> ran(client, due), delay, MILLISECONDS);
      if (random.nextInt(4) == 0) {
        task.cancel(random.nextBoolean());
        client.cancelled.add(task);
      } else {
        client.kept.add(task);
      }
      if (random.nextInt(20) == 0) {
        client.kept.get(random.nextInt(client.kept.size())).get(1, DAYS);
      }
    }
    return client;
  }

  private void ran(Client client, long due) {
    long now = clock.elapsed().toNanos();
    client.runs.add(now);
    client.early += now < due ? 1 : 0;
  }

  @Test
  void executorThatManyThreadsUse_isStoppedByOne_andTerminates() throws Exception {
    List<OtherThread<Integer>> threads = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      boolean stopping = i == 0;
      threads.add(OtherThread.running(() -> giveUntilRefused(stopping)));
    }
    while (!threads.stream().allMatch(OtherThread::isDone)) {
      clock.advance(Duration.ofMillis(1));
    }
    int given = 0;
    for (OtherThread<Integer> thread : threads) {
      given += thread.result();
    }

    assertThat(given).isPositive();
    assertThat(executor.isTerminated()).isTrue();
    clock.advance(Duration.ofDays(1));
    assertThat(clock.delayedCalls()).isEmpty();
  }

  private int giveUntilRefused(boolean stopping) {
    int given = 0;
    try {
      while (true) {
        Future<?> task = executor.schedule(() -> {}, given % 3, MILLISECONDS);
        given++;
        if (given % 5 == 0) {
          task.cancel(true);
        }
        if (stopping && given == 50) {
          executor.shutdownNow();
        }
      }
    } catch (RejectedExecutionException refused) {
      return given;
    }
  }

  @Test
  void finishedTasks_areReadAgainAndAgain_byAnotherThread() throws Exception {
    Future<String> fine = executor.submit(() -> "a");
    Future<Integer> failed = executor.submit(() -> Integer.parseInt("none"));
    clock.advance(Duration.ZERO);
    OtherThread.run(
        () -> {
          for (int i = 0; i < 10_000; i++) {
            read(fine);
            read(failed);
            executor.isTerminated();
          }
        });

    assertThat(clock.nextDue()).isEmpty();
  }

  private static void read(Future<?> future) {
    try {
      future.get();
      future.get(1, DAYS);
    } catch (Exception thrown) {
      if (!(thrown.getCause() instanceof NumberFormatException)) {
        throw new AssertionError(thrown);
      }
    }
  }
}
