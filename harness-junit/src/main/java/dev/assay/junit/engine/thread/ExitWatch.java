// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine.thread;

import dev.assay.trial.FailureCode;
import dev.assay.trial.run.TrialRun;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The reader of all stacks when the process is about to exit, and a shutdown hook for a run in
 * which a trial calls {@code System.exit}: it gives that trial up, and delays the end of the
 * process until the run has been reported completely.
 *
 * <p>The call never returns, so its thread is lost; the process goes on as before. The report
 * counts as complete when the thread that has launched the run has ended, or itself calls for the
 * exit. If anything other than a trial ends the process, it ends at once: only who has launched the
 * run can then print what it knows, as the command does.
 *
 * @since 0.1
 */
public final class ExitWatch implements AutoCloseable {
  private static final long ROUND_MILLIS = 20;

  /** The number of rounds, after the run, until a process without progress may exit. */
  private static final int STILL = 3_000;

  /** The time that the other hooks, which start together with this one, are given. */
  private static final long GRACE_MILLIS = 500;

  private static final int FAILED = 1;

  private final Thread launcher = Thread.currentThread();
  private final Thread hook = new Thread(this::hold, "trial exit watch");
  private final WorkerThreads workers;
  private volatile boolean ended;

  private ExitWatch(WorkerThreads workers) {
    this.workers = workers;
    hook.setDaemon(true);
  }

  /** Begins to watch a run, on the thread that launches it. */
  public static ExitWatch open(WorkerThreads workers) {
    ExitWatch watch = new ExitWatch(workers);
    try {
      Runtime.getRuntime().addShutdownHook(watch.hook);
    } catch (IllegalStateException exiting) {
      // An earlier run delays the exit, and checks all workers.
    }
    return watch;
  }

  /** Reports that the run has ended. */
  @Override
  public void close() {
    ended = true;
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException exiting) {
      // The hook is already running, and checks this itself.
    }
  }

  /** Runs as the hook, while the thread that has called for the exit waits for it. */
  private void hold() {
    if (!giveUpExits(Thread.getAllStackTraces())) {
      return;
    }
    int still = 0;
    for (int before = 0; goesOn() && still < STILL; ) {
      pause(ROUND_MILLIS);
      Map<Thread, StackTraceElement[]> stacks = Thread.getAllStackTraces();
      giveUpExits(stacks);
      int now = stacks.values().stream().mapToInt(Arrays::hashCode).sum();
      still = ended && now == before ? still + 1 : 0;
      before = now;
    }
    pause(GRACE_MILLIS);
    // The trial may have requested status 0, and has failed.
    Runtime.getRuntime().halt(FAILED);
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      // Code that interrupts all threads does not mean this one.
    }
  }

  /** Returns whether the run, or the thread that has launched it, still has work to do. */
  private boolean goesOn() {
    return !(ended && !launcher.isAlive())
        && Thread.getAllStackTraces().entrySet().stream()
            .noneMatch(entry -> exits(entry.getValue()) && WorkerThread.of(entry.getKey()) == null);
  }

  /** Gives up the trials that have called for the exit; returns whether there is one. */
  private boolean giveUpExits(Map<Thread, StackTraceElement[]> stacks) {
    boolean found = false;
    for (Map.Entry<Thread, StackTraceElement[]> entry : stacks.entrySet()) {
      WorkerThread worker = WorkerThread.of(entry.getKey());
      found |= worker != null && giveUpIfItExits(worker, entry.getKey(), entry.getValue());
    }
    // Virtual threads are not included in all threads.
    for (WorkerThread worker : workers.borrowed()) {
      TrialRun run = worker.running();
      Thread substitute = run == null ? null : run.ledger().substitute();
      found |=
          substitute != null && giveUpIfItExits(worker, substitute, substitute.getStackTrace());
    }
    return found;
  }

  private static boolean giveUpIfItExits(
      WorkerThread worker, Thread thread, StackTraceElement[] stack) {
    if (!worker.isWatched() || !exits(stack)) {
      return false;
    }
    worker.giveUp(thread, FailureCode.EXIT, "System.exit was called", fromTheCall(stack).toList());
    return true;
  }

  /**
   * Returns the line by which a thread that belongs to no trial has called for the exit. A signal
   * has no such line.
   */
  public static Optional<StackTraceElement> lineOutsideTrials() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(entry -> !isOfTrial(entry.getKey()))
        .flatMap(entry -> fromTheCall(entry.getValue()).dropWhile(ExitWatch::isCall).limit(1))
        .findFirst();
  }

  /** Returns whether a thread belongs to a trial, so that its call for the exit is a failure. */
  private static boolean isOfTrial(Thread thread) {
    WorkerThread worker = WorkerThread.of(thread);
    return worker != null && worker.isWatched();
  }

  private static boolean exits(StackTraceElement[] stack) {
    return Stream.of(stack)
        .anyMatch(
            frame ->
                frame.getClassName().equals("java.lang.Shutdown")
                    && (frame.getMethodName().equals("exit")
                        || frame.getMethodName().equals("shutdown")));
  }

  private static Stream<StackTraceElement> fromTheCall(StackTraceElement[] stack) {
    return Stream.of(stack).dropWhile(frame -> !isCall(frame));
  }

  private static boolean isCall(StackTraceElement frame) {
    return frame.getMethodName().equals("exit")
        && List.of("java.lang.Runtime", "java.lang.System").contains(frame.getClassName());
  }
}
