// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.thread;

import dev.assay.pending.Site;
import java.util.List;

/**
 * The sight of a thread at one moment.
 *
 * @param stack where it stood, innermost frame first
 * @since 0.1
 */
public record Sight(Thread.State state, List<StackTraceElement> stack) {
  private static final String BODY = "dev.assay.deferred.BodyThread";
  private static final String WAITS = "yieldTurn";
  private static final List<String> OWN_WAITS =
      List.of(RealTime.class.getName(), ThreadCheck.class.getName());
  private static final List<String> POOLS =
      List.of("java.util.concurrent.ThreadPoolExecutor", "java.util.concurrent.ForkJoinPool");

  /** Returns what a thread does now. */
  public static Sight of(Thread thread) {
    return of(thread, thread.getStackTrace());
  }

  /** Returns what a thread does that was seen at a place. */
  static Sight of(Thread thread, StackTraceElement[] stack) {
    return new Sight(thread.getState(), List.of(stack));
  }

  /** Returns whether it waits, and not because the harness does. */
  public boolean isWaitOfUser() {
    return isWait() && Site.isUserCallingPlatform(stack);
  }

  /** Returns whether it waits, for whatever. */
  public boolean isWait() {
    return state == Thread.State.BLOCKED || state == Thread.State.WAITING || isTimed();
  }

  /** Returns whether it waits for no longer than a time that was given. */
  public boolean isTimed() {
    return state == Thread.State.TIMED_WAITING;
  }

  /** Returns whether it is in a wait of the harness's own, which has a limit of its own. */
  public boolean isOwnWait() {
    for (int i = 0; i < stack.size(); i++) {
      if (OWN_WAITS.contains(stack.get(i).getClassName())) {
        return Site.userFrame(stack.subList(0, i)) == null;
      }
    }
    return false;
  }

  /** Returns whether it waits for a monitor. */
  public boolean isBlocked() {
    return state == Thread.State.BLOCKED;
  }

  /** Looks for the call of sleep; a virtual thread stands deeper in the JDK than that. */
  public boolean isSleep() {
    return stack.stream()
        .takeWhile(frame -> frame.getClassName().startsWith("java."))
        .anyMatch(frame -> frame.getMethodName().startsWith("sleep"));
  }

  /**
   * Returns whether it is straight-line code that goes on when the trial lets it, and not before.
   */
  boolean isTurnOfOthers() {
    return stack.stream()
        .anyMatch(
            frame -> frame.getClassName().equals(BODY) && frame.getMethodName().equals(WAITS));
  }

  /** Returns whether it runs native code, in which it may well wait for something outside. */
  boolean isNative() {
    return !stack.isEmpty() && stack.get(0).isNativeMethod();
  }

  /** Returns whether it is a thread of a pool, at work or not. */
  boolean isInPool() {
    return stack.stream()
        .map(StackTraceElement::getClassName)
        .anyMatch(name -> POOLS.stream().anyMatch(name::startsWith));
  }

  /** Returns whether it is the thread by which the JDK waits for the end of a child process. */
  boolean isReaper() {
    return stack.stream().anyMatch(frame -> frame.getMethodName().equals("waitForProcessExit0"));
  }

  /** Returns whether a class, or one inside it, is on the stack. */
  public boolean isIn(String className) {
    return !className.isEmpty()
        && stack.stream()
            .map(StackTraceElement::getClassName)
            .anyMatch(name -> name.equals(className) || name.startsWith(className + "$"));
  }
}
