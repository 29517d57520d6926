// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine.thread;

import dev.assay.junit.run.LateErrors;
import dev.assay.ledger.Births;
import dev.assay.ledger.Errors;
import dev.assay.ledger.Ledger;
import dev.assay.trial.FailureCode;
import dev.assay.trial.run.TrialRun;
import dev.assay.trial.thread.ThreadFacts;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A thread that runs trials while JUnit's thread waits, so that a trial that never ends can be
 * abandoned. It is alone in its thread group: any other thread in the group was started by a trial.
 *
 * @since 0.1
 */
public final class WorkerThread {
  /** The names of JDK threads that user code cannot end: since 25, the common pool's own. */
  private static final String DELAYS =
      "CompletableFuture\\s?[Dd]elay\\s?[Ss]cheduler|ForkJoinPool\\.commonPool-delayScheduler";

  private final LinkedBlockingQueue<Runnable> jobs = new LinkedBlockingQueue<>();
  private final Group group;
  private final Thread thread;
  private final Set<Thread> culprits = ConcurrentHashMap.newKeySet();
  private final LateErrors late;
  private volatile boolean closed;
  private volatile @Nullable TrialRun run;
  private volatile @Nullable Job<?> job;

  /**
   * Starts a worker thread.
   *
   * @param late collects what its threads do after the end of their trial
   */
  WorkerThread(int number, LateErrors late) {
    this.late = late;
    group = new Group(number);
    thread = new Thread(group, this::loop, "trial-" + number);
    thread.setDaemon(true);
    thread.start();
  }

  private void loop() {
    while (!closed) {
      try {
        jobs.take().run();
      } catch (InterruptedException late) {
        // The interrupt was meant for a part that has ended.
      }
    }
  }

  /** Returns the worker that runs a thread's trial, or null if the thread belongs to none. */
  static @Nullable WorkerThread of(Thread thread) {
    ThreadGroup some = thread.getThreadGroup();
    while (some != null && !(some instanceof Group)) {
      some = some.getParent();
    }
    return some instanceof Group own ? own.worker() : null;
  }

  /**
   * Begins a part of a trial, with the caller's class loader.
   *
   * @param trial the run that fails if something is wrong with a thread of this worker
   */
  public <T> Job<T> begin(TrialRun trial, Callable<T> part) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    Job<T> begun =
        new Job<>(
            () -> {
              Thread.currentThread().setContextClassLoader(loader);
              return part.call();
            });
    run = trial;
    job = begun;
    jobs.add(begun);
    return begun;
  }

  /** Abandons a job, and with it this thread: a caller that waits for the job gets null. */
  public void abandon(Job<?> abandoned) {
    closed = true;
    abandoned.giveUp();
  }

  /** Returns the last run that this worker was given, or null if it is over. */
  @Nullable TrialRun running() {
    TrialRun last = run;
    return last == null || last.ledger().isClosed() ? null : last;
  }

  /**
   * Fails the current run of this worker, or the last one, for a reason that concerns one of its
   * threads; once for each thread.
   */
  void giveUp(Thread culprit, FailureCode code, String why, List<StackTraceElement> stack) {
    TrialRun last = run;
    Job<?> begun = job;
    if (last == null || begun == null || !culprits.add(culprit)) {
      return;
    }
    TrialRun current = running();
    if (current == null) {
      late.add(last.foundLate(code, why + " by a thread that the trial has left running", stack));
    } else {
      current.giveUp(thread, code, why, stack);
      if (culprit.equals(thread) || culprit.equals(current.ledger().substitute())) {
        abandon(begun);
      }
    }
  }

  /** Returns whether failures of this worker can still be reported. */
  boolean isWatched() {
    return !late.isOver();
  }

  /** Ends the thread once it has nothing to do. */
  void close() {
    closed = true;
    jobs.add(() -> {});
  }

  /** Returns whether another trial can use this thread. */
  boolean isReusable() {
    return !closed && group.activeCount() <= 1;
  }

  /**
   * Returns the threads that a trial has started and that do not end.
   *
   * @param trial the run that this worker was given last
   * @param counts whether a thread matters; threads that do not are not waited for
   */
  public List<Thread> threadsLeft(TrialRun trial, Predicate<Thread> counts) {
    Ledger ledger = trial.ledger();
    if (group.activeCount() <= 1 && ledger.births().isEmpty()) {
      return List.of();
    }
    List<RemainingThread> left =
        ThreadFacts.all().stream()
            .filter(some -> isOfTrial(some, ledger.births()) && counts.test(some))
            .map(RemainingThread::new)
            .toList();
    return RemainingThread.staying(left, ledger::progressed);
  }

  /** Returns whether the work on this thread has started another, in any group. */
  private boolean isOfTrial(Thread some, Births births) {
    if (some.equals(thread) || isForAll(some, births)) {
      return false;
    }
    WorkerThread worker = of(some);
    return equals(worker) || (worker == null && births.placeOf(some.getId()) != null);
  }

  /**
   * Returns whether a thread exists once for the whole process. Threads of the JDK that inherit
   * nothing have no birth, and are known by their pool or their names.
   */
  private static boolean isForAll(Thread some, Births births) {
    return births.isForAll(some)
        || some.getName().matches(DELAYS)
        || (some instanceof ForkJoinWorkerThread worker
            && ForkJoinPool.commonPool().equals(worker.getPool()));
  }

  /** The threads of a worker: itself, and those that trials have started. */
  private final class Group extends ThreadGroup {
    Group(int number) {
      super("trial " + number);
    }

    WorkerThread worker() {
      return WorkerThread.this;
    }

    @Override
    public void uncaughtException(Thread some, Throwable error) {
      TrialRun last = run;
      Errors.ofThread(error, last == null ? null : last.ledger());
      super.uncaughtException(some, error);
    }
  }

  /**
   * A job of a worker.
   *
   * @since 0.1
   */
  public final class Job<T> extends FutureTask<@Nullable T> {
    private Job(Callable<T> part) {
      super(part);
    }

    private void giveUp() {
      set(null);
    }

    /** Waits for the result, which is null if the job was abandoned. Passes an interrupt on. */
    public @Nullable T result() {
      while (true) {
        try {
          return get();
        } catch (ExecutionException e) {
          throw new AssertionError("please report: the engine has failed", e.getCause());
        } catch (InterruptedException e) {
          thread.interrupt();
        }
      }
    }
  }
}
