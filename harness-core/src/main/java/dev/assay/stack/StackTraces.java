// SPDX-License-Identifier: Apache-2.0
package dev.assay.stack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Questions about the stack of another thread, or of an error, which has only the names of classes.
 *
 * @since 0.1
 */
public final class StackTraces {
  private StackTraces() {}

  /** Returns the innermost frame that is user code, or null. */
  public static @Nullable StackTraceElement userFrame(List<StackTraceElement> stack) {
    for (StackTraceElement frame : stack) {
      if (UserCode.contains(frame)) {
        return frame;
      }
    }
    return null;
  }

  /**
   * Returns whether a thread is in the JDK because user code called it, directly, through the
   * assertions of a library or by a method reference, and not because the harness waits.
   */
  public static boolean isUserCallingPlatform(List<StackTraceElement> stack) {
    StackTraceElement caller = caller(stack);
    return caller != null && !UserCode.waitsItself(caller);
  }

  /**
   * Returns whether the harness runs an action of the user's that has no frame, such as a reference
   * to a JDK method. The next user frame is then not the running code.
   */
  public static boolean isFrameless(List<StackTraceElement> stack) {
    StackTraceElement caller = caller(stack);
    return caller != null && UserCode.ofHarness(caller) && !UserCode.waitsItself(caller);
  }

  /** Returns where the first frame is that was made up for a lambda, or -1. */
  public static int indexOfHidden(List<StackTraceElement> stack) {
    for (int i = 0; i < stack.size(); i++) {
      if (UserCode.isHidden(stack.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the frames that were not made up for a lambda: those have no line. */
  public static List<StackTraceElement> withoutHidden(List<StackTraceElement> stack) {
    return stack.stream().filter(frame -> !UserCode.isHidden(frame)).toList();
  }

  /** Returns whether a frame is user code. */
  public static boolean isOfUser(StackTraceElement frame) {
    return UserCode.contains(frame);
  }

  /** Returns whether a frame is the harness's own, or was made up for a lambda there. */
  public static boolean isOfHarness(StackTraceElement frame) {
    return frame.getClassName().startsWith("dev.assay.") && !isOfUser(frame);
  }

  /** Returns the innermost frame that is the user's or the harness's, or null. */
  private static @Nullable StackTraceElement caller(List<StackTraceElement> stack) {
    for (StackTraceElement frame : stack) {
      if (UserCode.contains(frame) || UserCode.ofHarness(frame)) {
        return frame;
      }
    }
    return null;
  }
}
