// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A thread that runs trials while JUnit's waits, so that a trial that never ends can be left to
 * itself. It is alone in its thread group: any other thread there was started by a trial.
 */
final class Lane {
  /** How long a thread that is about to end is waited for. */
  private static final long GRACE_MILLIS = 300;

  /** The names of threads of the JDK that nobody can end. */
  private static final String SHARED = "CompletableFuture\\s?[Dd]elay\\s?[Ss]cheduler";

  private final LinkedBlockingQueue<Runnable> jobs = new LinkedBlockingQueue<>();
  private final ThreadGroup group;
  private final Thread thread;
  private volatile boolean closed;
  private volatile @Nullable Job<?> job;
  private volatile StackTraceElement @Nullable [] exit;

  Lane(int number) {
    group = new ThreadGroup("trial " + number);
    thread = new Thread(group, this::loop, "trial-" + number);
    thread.setDaemon(true);
    thread.start();
  }

  private void loop() {
    while (!closed) {
      try {
        jobs.take().run();
      } catch (InterruptedException late) {
        // It was meant for a part that has ended.
      }
    }
  }

  /** Begins a part of a trial, with the caller's class loader. */
  <T> Job<T> begin(Callable<T> part) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    Job<T> begun =
        new Job<>(
            () -> {
              Thread.currentThread().setContextClassLoader(loader);
              return part.call();
            });
    job = begun;
    jobs.add(begun);
    return begun;
  }

  /** Leaves a job to itself: whoever waits for it gets null. */
  void lose(Job<?> lost) {
    closed = true;
    lost.giveUp();
  }

  /** Leaves the job to itself if it, or a thread that it has started, is ending the process. */
  boolean loseIfItExits() {
    Thread guilty = threads().stream().filter(ExitGuard::isExiting).findFirst().orElse(null);
    Job<?> running = job;
    if (guilty == null || running == null) {
      return false;
    }
    if (exit == null) {
      exit =
          Arrays.stream(guilty.getStackTrace())
              .dropWhile(frame -> frame.getClassName().startsWith("java."))
              .toArray(StackTraceElement[]::new);
      lose(running);
    }
    return true;
  }

  /** Returns where a trial was about to end the process, or null if none was. */
  StackTraceElement @Nullable [] exit() {
    return exit;
  }

  private List<Thread> threads() {
    Thread[] all = new Thread[group.activeCount() + 8];
    return Arrays.asList(all).subList(0, group.enumerate(all));
  }

  /** Ends the thread once it has nothing to do. */
  void close() {
    closed = true;
    jobs.add(() -> {});
  }

  /** Returns whether another trial can use this. */
  boolean isClean() {
    return !closed && group.activeCount() <= 1;
  }

  /** Returns the threads that trials have started and that do not end. */
  List<Thread> threadsLeft() {
    if (group.activeCount() <= 1) {
      return List.of();
    }
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GRACE_MILLIS);
    return threads().stream()
        .filter(some -> !some.equals(thread) && !isShared(some) && !ends(some, end))
        .toList();
  }

  private static boolean ends(Thread some, long end) {
    try {
      some.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !some.isAlive();
  }

  private static boolean isShared(Thread some) {
    return some.getName().matches(SHARED)
        || (some instanceof ForkJoinWorkerThread worker
            && ForkJoinPool.commonPool().equals(worker.getPool()));
  }

  /** What a lane does. */
  final class Job<T> extends FutureTask<@Nullable T> {
    private Job(Callable<T> part) {
      super(part);
    }

    private void giveUp() {
      set(null);
    }

    /** Waits for the result, which is null if the lane was lost. */
    @Nullable T result() {
      try {
        return get();
      } catch (ExecutionException e) {
        throw new AssertionError("please report: the engine has failed", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        thread.interrupt();
        lose(this);
        return null;
      }
    }
  }
}
