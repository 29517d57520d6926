// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Deferreds;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.AllowPending;
import dev.assay.junit.Strict;
import dev.assay.junit.Trial;
import dev.assay.pending.PendingKind;
import dev.assay.trial.TrialContext;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigInteger;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.LongStream;

/** Correct trials that wait for what runs: work that takes real time, but no time of its own. */
abstract class CorrectRealTime {
  private static final ReentrantLock LOCK = new ReentrantLock();
  private static final Object MONITOR = new Object();
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** In nanoseconds of a processor's time; see the limit that {@link Runs} sets. */
  private static final long LONGER_THAN_THE_LIMIT = 250_000_000;

  /** Computes for longer than a trial here may wait, however fast or busy the processors are. */
  static long compute() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long end = threads.getCurrentThreadCpuTime() + LONGER_THAN_THE_LIMIT;
    long count = 0;
    while (threads.getCurrentThreadCpuTime() < end) {
      count += LongStream.range(0, 100_000).filter(i -> Long.bitCount(i * 31) % 7 == 0).count();
    }
    return count;
  }

  @Trial
  void task_thatComputes_isAwaited() throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    assertThat(pool.submit(CorrectRealTime::compute).get()).isPositive();
    pool.shutdown();
  }

  @Trial
  void task_thatComputes_isAwaitedWithATimeout() throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    assertThat(pool.submit(CorrectRealTime::compute).get(1, TimeUnit.HOURS)).isPositive();
    pool.shutdown();
    assertThat(pool.awaitTermination(1, TimeUnit.HOURS)).isTrue();
  }

  @Trial
  void tasks_thatComputeOneAfterTheOther_areAwaited() throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    pool.execute(CorrectRealTime::compute);
    pool.execute(CorrectRealTime::compute);
    pool.shutdown();
    assertThat(pool.awaitTermination(1, TimeUnit.HOURS)).isTrue();
  }

  @Trial
  void task_ofTheCommonPool_isJoined() {
    assertThat(CompletableFuture.supplyAsync(CorrectRealTime::compute).join()).isPositive();
  }

  @Trial
  void stream_thatIsParallel_isAwaited() {
    long count = LongStream.range(0, 60_000_000).parallel().filter(i -> i % 7 == 0).count();
    assertThat(count).isPositive();
    assertThat(ForkJoinPool.commonPool().isShutdown()).isFalse();
  }

  /** No code of the user's is on the stack of the pool's thread. */
  @Trial
  void task_ofAPoolForAll_thatIsAllOfTheJdk_isAwaited() throws Exception {
    BigInteger large = BigInteger.ONE.shiftLeft(700_000);
    Callable<String> printing = large::toString;
    assertThat(PoolForAll.POOL.submit(printing).get()).isNotEmpty();
  }

  @Trial
  void thread_thatComputes_isJoined() throws InterruptedException {
    Thread other = new Thread(CorrectRealTime::compute);
    other.start();
    other.join();
  }

  @Trial
  void monitor_thatOthersHoldWhileTheyCompute_isWaitedFor() {
    synchronized (MONITOR) {
      assertThat(compute()).isPositive();
    }
  }

  @Trial
  void lock_thatOthersHoldWhileTheyCompute_isWaitedFor() {
    LOCK.lock();
    try {
      assertThat(compute()).isPositive();
    } finally {
      LOCK.unlock();
    }
  }

  @Trial
  void latch_thatAThreadCountsDown_isAwaited() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    Thread other =
        new Thread(
            () -> {
              compute();
              done.countDown();
            });
    other.start();
    done.await();
    other.join();
  }

  @Trial
  CompletionStage<?> stage_thatAThreadComputes_isReturned() {
    return CompletableFuture.supplyAsync(CorrectRealTime::compute);
  }

  @Trial
  void stage_ofATinyTask_isAwaited(TrialContext trial) throws Throwable {
    assertThat(trial.await(CompletableFuture.supplyAsync(() -> "pong"))).isEqualTo("pong");
  }

  @Trial
  void deferred_ofTheStageOfATinyTask_isAwaited(TrialContext trial, VirtualClock clock)
      throws Throwable {
    for (int i = 0; i < 10; i++) {
      CompletableFuture<String> stage = CompletableFuture.supplyAsync(() -> "pong");
      Deferred<String> pong = Deferreds.fromStage(stage, clock.executor());
      assertThat(trial.await(pong)).isEqualTo("pong");
    }
  }

  @Trial
  Deferred<?> deferred_ofAStageThatAThreadComputes_isReturned(VirtualClock clock) {
    return Deferreds.fromStage(
        CompletableFuture.supplyAsync(CorrectRealTime::compute), clock.executor());
  }

  @Trial
  @AllowPending(PendingKind.FOREIGN_CALL)
  Deferred<?> deferred_thatAThreadMayHandOver_isReturned(FakeReactor reactor) {
    Deferred<Long> counted = new Deferred<>();
    new Thread(
            () -> {
              long count = compute();
              reactor.callFromThread(() -> counted.callback(count));
            })
        .start();
    return counted;
  }

  @Trial
  Deferred<?> stage_thatIsComputed_isInTime(VirtualClock clock) {
    return Deferreds.fromStage(
            CompletableFuture.supplyAsync(CorrectRealTime::compute), clock.executor())
        .addTimeout(SECOND, clock)
        .addEffect(count -> assertThat(clock.elapsed()).isZero());
  }

  @Trial
  Deferred<?> stages_thatAreComputedInTurn_areInTime(VirtualClock clock) {
    Deferred<Long> all = Deferred.succeed(0L);
    for (int i = 0; i < 3; i++) {
      all =
          all.addDeferringCallback(
              before ->
                  Deferreds.fromStage(
                          CompletableFuture.supplyAsync(CorrectRealTime::compute), clock.executor())
                      .addTimeout(SECOND, clock));
    }
    return all.addEffect(count -> assertThat(clock.elapsed()).isZero());
  }

  @Trial
  void call_thatIsAMethodReference_runs(VirtualClock clock) {
    Semaphore semaphore = new Semaphore(1);
    clock.callLater(SECOND, semaphore::acquireUninterruptibly);
    clock.advance(SECOND);
    assertThat(semaphore.availablePermits()).isZero();
  }

  @Trial
  Deferred<?> task_thatIsAMethodReference_runs(FakeReactor reactor) {
    LinkedBlockingQueue<String> queue = new LinkedBlockingQueue<>();
    queue.add("pong");
    return reactor.deferToThread(queue::take);
  }

  @Trial
  void cleanup_thatIsAMethodReference_runs(TrialContext trial) {
    Thread other = new Thread(CorrectRealTime::compute);
    other.start();
    trial.addCleanup(other::join);
  }

  /** A pool that is there for the whole process, with its thread. */
  private static final class PoolForAll {
    static final ThreadPoolExecutor POOL =
        new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());

    static {
      POOL.prestartAllCoreThreads();
    }
  }

  /** Nothing else is there. */
  static final class InCorrectRealTimeAlone extends CorrectRealTime {}

  /** Nothing at all may be left behind. */
  @Strict
  static final class InCorrectRealTimeStrict extends CorrectRealTime {}
}
