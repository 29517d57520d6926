// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.thread;

import dev.assay.stack.StackTraces;
import java.util.List;

/**
 * The state of a thread at one moment.
 *
 * @param stack its stack, innermost frame first
 * @since 0.1
 */
public record ThreadSnapshot(Thread.State state, List<StackTraceElement> stack) {
  private static final String BODY = "dev.assay.deferred.BodyThread";
  private static final String WAITS = "yieldTurn";
  private static final List<String> OWN_WAITS =
      List.of(RealTime.class.getName(), ThreadCheck.class.getName());
  private static final List<String> POOLS =
      List.of("java.util.concurrent.ThreadPoolExecutor", "java.util.concurrent.ForkJoinPool");

  /** Returns the current state of a thread. */
  public static ThreadSnapshot of(Thread thread) {
    return of(thread, thread.getStackTrace());
  }

  /** Returns the state of a thread that was seen with a stack. */
  static ThreadSnapshot of(Thread thread, StackTraceElement[] stack) {
    return new ThreadSnapshot(thread.getState(), List.of(stack));
  }

  /** Returns whether a thread waits for something, and was not told to stop. */
  public static boolean isWaiting(Thread thread) {
    if (thread.isInterrupted()) {
      return false;
    }
    ThreadSnapshot snapshot = of(thread);
    return !snapshot.stack.isEmpty()
        && (snapshot.state != Thread.State.RUNNABLE || snapshot.isNative());
  }

  /** Returns whether the thread waits, other than in the harness. */
  public boolean isWaitOfUser() {
    return isWait() && StackTraces.isUserCallingPlatform(stack);
  }

  /** Returns whether the thread waits for any reason. */
  public boolean isWait() {
    return state == Thread.State.BLOCKED || state == Thread.State.WAITING || isTimed();
  }

  /** Returns whether the thread waits with a timeout. */
  public boolean isTimed() {
    return state == Thread.State.TIMED_WAITING;
  }

  /** Returns whether the thread is in a wait of the harness, which has its own limit. */
  public boolean isWaitOfHarness() {
    for (int i = 0; i < stack.size(); i++) {
      if (OWN_WAITS.contains(stack.get(i).getClassName())) {
        return StackTraces.userFrame(stack.subList(0, i)) == null;
      }
    }
    return false;
  }

  /** Returns whether the thread waits for a monitor. */
  public boolean isBlocked() {
    return state == Thread.State.BLOCKED;
  }

  /** Searches for a call of sleep; a virtual thread has more frames of the JDK above it. */
  public boolean isSleep() {
    return stack.stream()
        .takeWhile(frame -> frame.getClassName().startsWith("java."))
        .anyMatch(frame -> frame.getMethodName().startsWith("sleep"));
  }

  /**
   * Returns whether the thread runs straight-line code that continues only when the trial lets it.
   */
  boolean waitsForItsTurn() {
    return stack.stream()
        .anyMatch(
            frame -> frame.getClassName().equals(BODY) && frame.getMethodName().equals(WAITS));
  }

  /** Returns whether the thread runs native code, in which it may wait for something outside. */
  boolean isNative() {
    return !stack.isEmpty() && stack.get(0).isNativeMethod();
  }

  /** Returns whether the thread belongs to a pool, at work or not. */
  boolean isInPool() {
    return stack.stream()
        .map(StackTraceElement::getClassName)
        .anyMatch(name -> POOLS.stream().anyMatch(name::startsWith));
  }

  /** Returns whether it is the JDK's thread that waits for the end of a child process. */
  boolean isReaper() {
    return stack.stream().anyMatch(frame -> frame.getMethodName().equals("waitForProcessExit0"));
  }

  /** Returns whether a class, or one nested in it, is on the stack. */
  public boolean isIn(String className) {
    return !className.isEmpty()
        && stack.stream()
            .map(StackTraceElement::getClassName)
            .anyMatch(name -> name.equals(className) || name.startsWith(className + "$"));
  }
}
