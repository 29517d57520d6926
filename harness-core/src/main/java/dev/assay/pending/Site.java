// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

import java.lang.StackWalker.StackFrame;
import org.jspecify.annotations.Nullable;

/**
 * A line of user code: the innermost frame that belongs neither to the harness, nor to the JDK, nor
 * to a test framework.
 *
 * <p>File and line are looked up when they are read.
 *
 * @since 0.1
 */
public final class Site {
  private static final Site UNKNOWN = new Site(null);

  private final @Nullable StackFrame frame;

  private Site(@Nullable StackFrame frame) {
    this.frame = frame;
  }

  /** Returns the line of a frame, or an unknown place if there is none. */
  public static Site of(@Nullable StackFrame frame) {
    return frame == null ? UNKNOWN : new Site(frame);
  }

  /** Returns the site for an unknown place: no user code was on the stack. */
  public static Site unknown() {
    return UNKNOWN;
  }

  /** Returns this site as an element of a stack trace, or null if it is unknown. */
  public @Nullable StackTraceElement element() {
    return frame == null ? null : frame.toStackTraceElement();
  }

  /**
   * Returns whether both lines are in one method, or in lambdas of it, or one of them is unknown.
   */
  public boolean isInSameMethodAs(Site other) {
    return frame == null
        || other.frame == null
        || (frame.getClassName().equals(other.frame.getClassName())
            && plainMethodName(frame.getMethodName())
                .equals(plainMethodName(other.frame.getMethodName())));
  }

  /** Returns {@code Pinger.java:12 in ping}, or {@code an unknown place}. */
  @Override
  public String toString() {
    return frame == null ? "an unknown place" : describe(frame.toStackTraceElement());
  }

  /** Returns {@code Pinger.java:12 in ping} for an element of a stack trace. */
  public static String describe(StackTraceElement element) {
    String file = element.getFileName();
    String where = file == null ? element.getClassName() : file;
    String line = element.getLineNumber() < 0 ? "" : ":" + element.getLineNumber();
    return where + line + " in " + plainMethodName(element.getMethodName());
  }

  /** Returns the method that contains a lambda: {@code lambda$ping$0} is in ping. */
  private static String plainMethodName(String name) {
    if (!name.startsWith("lambda$")) {
      return name;
    }
    int end = name.lastIndexOf('$');
    return end <= "lambda$".length() ? name : name.substring("lambda$".length(), end);
  }
}
