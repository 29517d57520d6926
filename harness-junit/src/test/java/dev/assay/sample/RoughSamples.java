// SPDX-License-Identifier: Apache-2.0
package dev.assay.sample;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Sequential;
import dev.assay.junit.AllowPending;
import dev.assay.junit.TimeLimit;
import dev.assay.junit.Trial;
import dev.assay.ledger.Ledger;
import dev.assay.pending.PendingKind;
import dev.assay.trial.TrialContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** Trials that could harm those after them, and each with one that comes after. */
public final class RoughSamples {
  private RoughSamples() {}

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public static final class Hangs {
    public static final Semaphore NEVER = new Semaphore(0);
    public static final List<Thread> LOST = Collections.synchronizedList(new ArrayList<>());
    public static final List<String> AFTER = Collections.synchronizedList(new ArrayList<>());

    @Trial
    @TimeLimit(real = "200ms", blocking = "100ms")
    void hangs() {
      LOST.add(Thread.currentThread());
      NEVER.acquireUninterruptibly();
    }

    @AfterEach
    void after() {
      AFTER.add(Thread.currentThread().getName());
    }

    @Trial
    void isNext() {}
  }

  @TimeLimit(real = "200ms", blocking = "100ms")
  public static final class HangsBeforeAll {
    public static final Semaphore NEVER = new Semaphore(0);

    @BeforeAll
    static void hangs() {
      NEVER.acquireUninterruptibly();
    }

    @Trial
    void isNotRun() {}
  }

  public static final class EndsLate {
    @Trial
    void isFiredLate(TrialContext trial) {
      CountDownLatch end = new CountDownLatch(1);
      Deferred<String> fired = new Deferred<>();
      trial.addCleanup(end::countDown);
      new Thread(() -> fireAfter(end, fired), "late").start();
    }

    private static void fireAfter(CountDownLatch end, Deferred<String> fired) {
      try {
        end.await();
        TimeUnit.MILLISECONDS.sleep(100); // so that the look at what is left has begun
        fired.callback("late");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  public static final class LeavesAThread {
    public static final CountDownLatch END = new CountDownLatch(1);

    @Trial
    void startsOne() {
      new Thread(
              () -> {
                try {
                  END.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              },
              "left over")
          .start();
    }

    @Trial
    void isNext() {}
  }

  public static final class LeavesAThreadAtTheEnd {
    public static final CountDownLatch END = new CountDownLatch(1);

    @Trial
    void startsOne() {
      Ledger ledger = Objects.requireNonNull(Ledger.current());
      ledger.onClose(() -> new Thread(() -> waitFor(END), "left at the end").start());
    }
  }

  /** Before JDK 21 the bodies that wait have the threads of a worker. */
  public static final class SequentialsWait {
    @Trial
    @AllowPending(PendingKind.DEFERRED)
    void mayWait() {
      var unused = Sequential.run(line -> line.await(new Deferred<>()));
    }

    @Trial
    Deferred<?> mustNot() {
      return Sequential.run(line -> line.await(new Deferred<>()));
    }
  }

  @TimeLimit(blocking = "20s")
  public static final class EndsItsThreads {
    private static ExecutorService pool = Executors.newSingleThreadExecutor();

    @BeforeAll
    static void before() {
      pool.execute(() -> {});
    }

    @AfterAll
    static void after() {
      pool.shutdown();
    }

    @Trial
    void usesAPoolOfTheClass() throws Exception {
      pool.submit(() -> {}).get();
    }

    @Trial
    void usesAPoolOfItsOwn() throws Exception {
      ExecutorService own = Executors.newSingleThreadExecutor();
      own.submit(() -> {}).get();
      own.shutdown();
    }

    @Trial
    void usesThePoolOfAll() {
      CompletableFuture.supplyAsync(() -> "done").join();
    }
  }

  @TimeLimit(blocking = "20s")
  public static final class SharesPools {
    private static final AtomicInteger MADE = new AtomicInteger();
    private static final ForkJoinPool WORKERS = new ForkJoinPool(2);
    private static final ExecutorService THREADS =
        Executors.newCachedThreadPool(
            task -> new Thread(task, "shared pool " + MADE.incrementAndGet()));

    @AfterAll
    static void after() {
      WORKERS.shutdown();
      THREADS.shutdown();
    }

    @Trial
    @AllowPending(names = {"ForkJoinPool-*", "shared pool *"})
    void mayMakeThePoolsGrow() throws Exception {
      WORKERS.submit(() -> {}).get();
      THREADS.submit(() -> {}).get();
    }

    @Trial
    @AllowPending(names = "ForkJoinPool-*")
    void mayMakeOnlyTheOtherPoolGrow() throws Exception {
      CountDownLatch bothRun = new CountDownLatch(2);
      THREADS.execute(() -> await(bothRun));
      THREADS.submit(() -> await(bothRun)).get();
    }

    private static void await(CountDownLatch latch) {
      latch.countDown();
      waitFor(latch);
    }
  }

  public static final class Errors {
    @Trial
    CompletableFuture<String> hasNoMemory() {
      return CompletableFuture.failedFuture(new OutOfMemoryError("planted"));
    }

    @Trial
    void overflowsTheStack() {
      overflows(1);
    }

    @SuppressWarnings("InfiniteRecursion")
    private static int overflows(int depth) {
      return overflows(depth + 1) + 1;
    }

    @Trial
    CompletableFuture<String> cannotSayWhy() {
      return CompletableFuture.failedFuture(new Mute());
    }

    @Trial
    void isInterrupted() {
      Thread.currentThread().interrupt();
    }

    @Trial
    void isNext() {}
  }

  private static final class Mute extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new IllegalStateException("no message");
    }
  }
}
