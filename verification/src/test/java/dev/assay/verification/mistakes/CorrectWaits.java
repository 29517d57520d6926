// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.deferred.Deferred;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.Strict;
import dev.assay.junit.Trial;
import dev.assay.trial.TrialContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Phaser;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/** Correct trials with the locks, pools and waits of {@code java.util.concurrent}. */
@SuppressWarnings("FutureReturnValueIgnored") // as users write
abstract class CorrectWaits {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Trial
  void permit_isGivenBackByAThread() throws Exception {
    Semaphore permits = new Semaphore(0);
    Thread thread = new Thread(permits::release, "giver");
    thread.start();
    permits.acquire();
    thread.join();
  }

  @Trial
  void barrier_withTwoParties() throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(2);
    ExecutorService pool = Executors.newSingleThreadExecutor();
    var other = pool.submit(() -> barrier.await());
    barrier.await();
    other.get();
    pool.shutdown();
  }

  @Trial
  void phaser_withOneParty() {
    Phaser phaser = new Phaser(1);
    phaser.arriveAndAwaitAdvance();
    assertThat(phaser.getPhase()).isEqualTo(1);
  }

  @Trial
  void queue_betweenTwoThreads() throws Exception {
    ArrayBlockingQueue<Integer> queue = new ArrayBlockingQueue<>(1);
    ExecutorService pool = Executors.newSingleThreadExecutor();
    pool.submit(
        () -> {
          for (int i = 0; i < 10; i++) {
            queue.put(i);
          }
          return null;
        });
    for (int i = 0; i < 10; i++) {
      assertThat(queue.take()).isEqualTo(i);
    }
    pool.shutdown();
  }

  @Trial
  void condition_isSignalled() throws Exception {
    ReentrantLock lock = new ReentrantLock();
    Condition changed = lock.newCondition();
    AtomicInteger value = new AtomicInteger();
    Thread thread = new Thread(() -> signal(lock, changed, value), "signaller");
    lock.lock();
    try {
      thread.start();
      while (value.get() == 0) {
        changed.await();
      }
    } finally {
      lock.unlock();
    }
    thread.join();
  }

  private static void signal(ReentrantLock lock, Condition changed, AtomicInteger value) {
    lock.lock();
    try {
      value.incrementAndGet();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Trial
  void latch_isCountedDownByAPool() throws Exception {
    CountDownLatch done = new CountDownLatch(4);
    ExecutorService pool = Executors.newFixedThreadPool(2);
    IntStream.range(0, 4).forEach(i -> pool.execute(done::countDown));
    assertThat(done.await(1, TimeUnit.HOURS)).isTrue();
    pool.shutdown();
  }

  @Trial
  void thread_isReleasedAndJoinedInACleanup(TrialContext trial) {
    CountDownLatch release = new CountDownLatch(1);
    Thread waiting = new Thread(() -> await(release), "waiting");
    waiting.start();
    trial.addCleanup(
        () -> {
          release.countDown();
          waiting.join();
        });
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Trial
  void thread_isInterruptedAndJoined() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    Thread waiting =
        new Thread(
            () -> assertThatThrownBy(never::await).isInstanceOf(InterruptedException.class),
            "waiting");
    waiting.start();
    waiting.interrupt();
    waiting.join();
  }

  @Trial
  Deferred<?> task_ofTheReactorsPool_waitsForAThread(FakeReactor reactor) {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    var answer = pool.submit(() -> "pong");
    pool.shutdown();
    return reactor.deferToThread(() -> answer.get());
  }

  @Trial
  void loop_endsByItsCondition() {
    int turns = 0;
    while (turns < 1_000_000) {
      turns++;
    }
    assertThat(turns).isEqualTo(1_000_000);
  }

  @Trial
  void scheduler_isShutDownNow() throws Exception {
    ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);
    scheduler.scheduleAtFixedRate(() -> {}, 1, 1, TimeUnit.HOURS);
    scheduler.shutdownNow();
    assertThat(scheduler.awaitTermination(1, TimeUnit.HOURS)).isTrue();
  }

  @Trial
  void timer_ofTheJdk_isCancelled() throws Exception {
    Timer timer = new Timer("of the test");
    CountDownLatch ran = new CountDownLatch(1);
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            ran.countDown();
          }
        },
        1);
    ran.await();
    timer.cancel();
  }

  @Trial
  void stage_runsInAPoolOfItsOwn() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    CompletableFuture<Integer> length =
        CompletableFuture.supplyAsync(() -> "pong", pool).thenApplyAsync(String::length, pool);
    assertThat(length.get()).isEqualTo(4);
    pool.shutdown();
  }

  @Trial
  void tasks_areInvokedTogether() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    List<Callable<Integer>> tasks = new ArrayList<>();
    IntStream.range(0, 8).forEach(i -> tasks.add(() -> i));
    int sum = 0;
    for (var task : pool.invokeAll(tasks)) {
      sum += task.get();
    }
    assertThat(sum).isEqualTo(28);
    pool.shutdown();
  }

  @Trial
  void parallelStream_counts() {
    assertThat(IntStream.range(0, 10_000).parallel().filter(i -> i % 2 == 0).count())
        .isEqualTo(5_000);
  }

  @Trial
  void forks_areAwaited() throws Exception {
    ForkJoinPool pool = new ForkJoinPool(2);
    assertThat(pool.submit(() -> "pong").get()).isEqualTo("pong");
    pool.shutdown();
    assertThat(pool.awaitTermination(1, TimeUnit.HOURS)).isTrue();
  }

  @Trial
  void monitor_isSharedByThreads() throws Exception {
    List<Integer> list = Collections.synchronizedList(new ArrayList<>());
    List<Thread> threads =
        IntStream.range(0, 4).mapToObj(i -> new Thread(() -> fill(list), "filler " + i)).toList();
    threads.forEach(Thread::start);
    fill(list);
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(list).hasSize(500);
  }

  private static void fill(List<Integer> list) {
    IntStream.range(0, 100).forEach(list::add);
  }

  @Trial
  void wait_thatTimesOut_isShort() {
    CompletableFuture<String> never = new CompletableFuture<>();
    assertThatThrownBy(() -> never.get(1, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
  }

  @Trial
  CompletableFuture<?> stages_meet(VirtualClock clock) {
    CompletableFuture<String> one = new CompletableFuture<>();
    CompletableFuture<String> other = new CompletableFuture<>();
    clock.callLater(SECOND, () -> one.complete("a"));
    clock.callLater(SECOND.multipliedBy(2), () -> other.complete("b"));
    return one.thenCombine(other, String::concat)
        .thenAccept(both -> assertThat(both).isEqualTo("ab"));
  }

  /** Nothing else is there. */
  static final class InCorrectWaitsAlone extends CorrectWaits {}

  /** Nothing at all may be left behind. */
  @Strict
  static final class InCorrectWaitsStrict extends CorrectWaits {}

  /** Time has passed before, and passes after. */
  static final class InCorrectWaitsWithFixtures extends CorrectWaits
      implements Surroundings.Seconds {}
}
