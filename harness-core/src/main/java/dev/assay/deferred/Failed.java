// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import dev.assay.ledger.Display;
import dev.assay.pending.Site;
import dev.assay.stack.StackTraces;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The result of a chain whose last level failed. A wrapper is needed because a Throwable may be a
 * value.
 */
final class Failed {
  final Throwable error;

  /** The line that added the level that raised this, if known. */
  final @Nullable Site level;

  /** The trial that this is reported to, if the level that raised it is a guest's. */
  final @Nullable GuestRecord guest;

  /** Whether user code has received this failure, so it need not be reported again. */
  boolean seen;

  Failed(Throwable error) {
    this(error, null, null);
  }

  private Failed(Throwable error, @Nullable Site level, @Nullable GuestRecord guest) {
    this.error = Objects.requireNonNull(error, "error");
    this.level = level;
    this.guest = guest;
  }

  /**
   * Returns the failure that a level ends with.
   *
   * @param in what the level received: if it throws the same failure again, the failure is not its
   *     own
   */
  @SuppressWarnings("ReferenceEquality") // an equal error may be another level's
  static Failed of(Throwable error, Level level, @Nullable Object in) {
    return in instanceof Failed failed && failed.error == error
        ? new Failed(error, failed.level, failed.guest)
        : new Failed(error, level.site, level.guest());
  }

  /** Returns what a level fires another chain with: a value, or a failure that names the level. */
  static @Nullable Object raisedBy(Level level, @Nullable Object result) {
    return level.site != null && result instanceof Failed failed && failed.level == null
        ? new Failed(failed.error, level.site, null)
        : result;
  }

  /** Returns a result as another chain receives it: a failure is unseen there. */
  static @Nullable Object unseen(@Nullable Object result) {
    return result instanceof Failed failed && (failed.seen || failed.guest != null)
        ? new Failed(failed.error, failed.level, null)
        : result;
  }

  /**
   * Returns the error. If no frame of its stack trace lies in the user's part of the callback that
   * threw it (as with a method reference to JDK code), the line that added the callback is inserted
   * there.
   */
  Throwable located() {
    StackTraceElement line = level == null ? null : level.element();
    if (line == null) {
      return error;
    }
    try {
      StackTraceElement[] trace = error.getStackTrace();
      int end = Level.frameIn(trace);
      if (end >= 0 && StackTraces.userFrame(List.of(trace).subList(0, end)) == null) {
        error.setStackTrace(with(line, trace, end));
      }
    } catch (RuntimeException e) {
      return error; // an error whose methods throw is still an error
    }
    return error;
  }

  /** Puts a line on top of the stack trace of an error that the harness itself raises. */
  static <X extends Throwable> X atTop(@Nullable Site line, X error) {
    StackTraceElement element = line == null ? null : line.element();
    if (element != null) {
      error.setStackTrace(with(element, error.getStackTrace(), 0));
    }
    return error;
  }

  private static StackTraceElement[] with(
      StackTraceElement line, StackTraceElement[] trace, int index) {
    List<StackTraceElement> longer = new ArrayList<>(List.of(trace));
    longer.add(index, line);
    return longer.toArray(StackTraceElement[]::new);
  }

  @Override
  public String toString() {
    return Display.of(error);
  }
}
