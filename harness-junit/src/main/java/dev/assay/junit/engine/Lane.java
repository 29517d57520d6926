// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import dev.assay.junit.run.Latecomers;
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
 */
final class Lane {
  /** The names of JDK threads that user code cannot end: since 25, the common pool's own. */
  private static final String SHARED =
      "CompletableFuture\\s?[Dd]elay\\s?[Ss]cheduler|ForkJoinPool\\.commonPool-delayScheduler";

  private final LinkedBlockingQueue<Runnable> jobs = new LinkedBlockingQueue<>();
  private final Group group;
  private final Thread thread;
  private final Set<Thread> culprits = ConcurrentHashMap.newKeySet();
  private final Latecomers late;
  private volatile boolean closed;
  private volatile @Nullable TrialRun run;
  private volatile @Nullable Job<?> job;

  /**
   * Starts a lane.
   *
   * @param late collects what the lane's threads do after the end of their trial
   */
  Lane(int number, Latecomers late) {
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

  /** Returns the lane on which a thread was started, or null if the thread belongs to no trial. */
  static @Nullable Lane of(Thread thread) {
    ThreadGroup some = thread.getThreadGroup();
    while (some != null && !(some instanceof Group)) {
      some = some.getParent();
    }
    return some instanceof Group own ? own.lane() : null;
  }

  /**
   * Begins a part of a trial, with the caller's class loader.
   *
   * @param trial the run that fails if something is wrong with a thread of this lane
   */
  <T> Job<T> begin(TrialRun trial, Callable<T> part) {
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

  /** Abandons a job: a caller that waits for it gets null. */
  void lose(Job<?> lost) {
    closed = true;
    lost.giveUp();
  }

  /** Returns the last run that this lane was given, or null if it is over. */
  @Nullable TrialRun running() {
    TrialRun last = run;
    return last == null || last.ledger().isClosed() ? null : last;
  }

  /**
   * Fails the current run of this lane, or the last one, for a reason that concerns one of its
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
        lose(begun);
      }
    }
  }

  /** Returns whether failures on this lane can still be reported. */
  boolean isWatched() {
    return !late.isOver();
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

  /**
   * Returns the threads that trials have started and that do not end.
   *
   * @param counts whether a thread matters; threads that do not are not waited for
   */
  List<Thread> threadsLeft(Predicate<Thread> counts) {
    Ledger made = ledger();
    if (group.activeCount() <= 1 && (made == null || made.births().isEmpty())) {
      return List.of();
    }
    List<Lingering> left =
        ThreadFacts.all().stream()
            .filter(some -> isOfTrial(some, made) && counts.test(some))
            .map(Lingering::new)
            .toList();
    return Lingering.staying(left, made == null ? () -> {} : made::progressed);
  }

  private @Nullable Ledger ledger() {
    TrialRun last = run;
    return last == null ? null : last.ledger();
  }

  /** Returns whether the work on this lane has started a thread, in any group. */
  private boolean isOfTrial(Thread some, @Nullable Ledger made) {
    if (some.equals(thread) || isShared(some) || (made != null && made.births().isForAll(some))) {
      return false;
    }
    return equals(of(some))
        || (made != null && of(some) == null && made.births().placeOf(some.getId()) != null);
  }

  private static boolean isShared(Thread some) {
    return some.getName().matches(SHARED)
        || (some instanceof ForkJoinWorkerThread worker
            && ForkJoinPool.commonPool().equals(worker.getPool()));
  }

  /** The threads of a lane: its own, and those that trials have started. */
  private final class Group extends ThreadGroup {
    Group(int number) {
      super("trial " + number);
    }

    Lane lane() {
      return Lane.this;
    }

    @Override
    public void uncaughtException(Thread some, Throwable error) {
      TrialRun last = run;
      Errors.ofThread(error, last == null ? null : last.ledger());
      super.uncaughtException(some, error);
    }
  }

  /** A job of a lane. */
  final class Job<T> extends FutureTask<@Nullable T> {
    private Job(Callable<T> part) {
      super(part);
    }

    private void giveUp() {
      set(null);
    }

    /** Waits for the result, which is null if the lane was lost. Passes an interrupt on. */
    @Nullable T result() {
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
