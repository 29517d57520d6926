// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * What keeps a trial from ending the process. {@link System#exit} waits for the hooks that are
 * registered; this one takes its time if a trial has called it, until the run is over and reported.
 * The process then ends with the status 1, as a trial has failed.
 */
final class ExitGuard {
  private static final long ROUND = 20_000_000;

  /** How long whoever runs the tests may stand still after them, in rounds. */
  private static final int IDLE = 1500;

  private final Lanes lanes;
  private final Thread launcher = Thread.currentThread();
  private final Thread hook = new Thread(this::hold, "trial exit guard");
  private volatile boolean over;

  private ExitGuard(Lanes lanes) {
    this.lanes = lanes;
  }

  /** Begins to guard a run that this thread has begun. */
  static ExitGuard of(Lanes lanes) {
    ExitGuard guard = new ExitGuard(lanes);
    try {
      Runtime.getRuntime().addShutdownHook(guard.hook);
    } catch (IllegalStateException ending) {
      guard.over = true;
    }
    return guard;
  }

  /** Ends the guard: the run is over. */
  void close() {
    over = true;
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // It is at work, and ends the process.
    }
  }

  /** Returns whether a thread is ending the process. */
  static boolean isExiting(Thread thread) {
    for (StackTraceElement frame : thread.getStackTrace()) {
      if (frame.getClassName().equals("java.lang.Shutdown")) {
        return true;
      }
    }
    return false;
  }

  private void hold() {
    if (!lanes.loseThoseThatExit()) {
      return;
    }
    while (!over) {
      LockSupport.parkNanos(ROUND);
      lanes.loseThoseThatExit();
    }
    awaitLauncher();
    Runtime.getRuntime().halt(1);
  }

  /** Waits until whoever runs the tests has ended, wants to end, or has nothing to do. */
  private void awaitLauncher() {
    List<StackTraceElement> before = List.of();
    for (int idle = 0; idle < IDLE && launcher.isAlive() && !isExiting(launcher); idle++) {
      List<StackTraceElement> now = List.of(launcher.getStackTrace());
      idle = now.equals(before) ? idle : 0;
      before = now;
      LockSupport.parkNanos(ROUND);
    }
  }
}
