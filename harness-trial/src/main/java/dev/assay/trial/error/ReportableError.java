// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.error;

import dev.assay.ledger.Display;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exceptions that can be printed without harm. Some exceptions would end a whole run, or spoil a
 * report: those that throw, do not answer or never return when their text is requested; those that
 * JUnit regards as fatal; and those that an earlier report has used, and which still hold its
 * problems.
 *
 * @since 0.1
 */
public final class ReportableError {
  private static final StackTraceElement[] NOWHERE = {};

  /** The maximum depth of causes to report for an exception that cannot be reported as it is. */
  private static final int DEPTH = 20;

  private static final int MOST_SUPPRESSED = 50;

  /** The problems of the report: what is suppressed in them by then belongs to it. */
  private final @Nullable List<Throwable> report;

  private final ThrowableSet told = new ThrowableSet();

  /** The replacement for the exception if it takes too long to return more. */
  private volatile AssertionError known;

  private ReportableError(Throwable thrown, @Nullable List<Throwable> report) {
    this.report = report;
    this.known = new AssertionError(withoutText(thrown));
    known.setStackTrace(NOWHERE);
  }

  /** Returns an exception, or an equivalent one if printing the original could do harm. */
  public static Throwable of(Throwable thrown) {
    return of(thrown, null, AnswerBudget.forReport());
  }

  /**
   * Returns an exception, or a replacement for it.
   *
   * @param report the problems that it is reported with, or null if it is reported alone
   * @param budget the time in which it may return its text
   */
  public static Throwable of(
      Throwable thrown, @Nullable List<Throwable> report, AnswerBudget budget) {
    ReportableError tellable = new ReportableError(thrown, report);
    List<Throwable> plain = NestedErrors.inPlain(thrown);
    if (plain != null && plain.size() < NestedErrors.MOST) {
      boolean fit = isHarmless(thrown) && plain.stream().noneMatch(some -> isStale(some, report));
      return fit ? thrown : tellable.copy(thrown, 0);
    }
    Throwable asked = budget.ask(() -> tellable.tell(thrown, 0));
    return asked == null ? tellable.known : asked;
  }

  /**
   * Returns the replacement for an exception that can be printed, but cannot hold what a report
   * adds.
   */
  public static Throwable standIn(
      Throwable thrown, @Nullable List<Throwable> report, AnswerBudget budget) {
    ReportableError tellable = new ReportableError(thrown, report);
    Throwable asked = budget.ask(() -> tellable.copy(thrown, 0));
    return asked == null ? tellable.known : asked;
  }

  /** Returns whether an exception still holds the additions of an earlier report. */
  public static boolean isStale(Throwable thrown, @Nullable List<Throwable> report) {
    for (Throwable some : thrown.getSuppressed()) {
      if (some instanceof TrialNote note && note.isOfAnother(report)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether JUnit continues after it gets an exception. */
  private static boolean isHarmless(Throwable thrown) {
    return !(thrown instanceof OutOfMemoryError);
  }

  private Throwable tell(Throwable thrown, int depth) {
    boolean fit = isSound(thrown) && (depth > 0 || isHarmless(thrown));
    return fit ? thrown : copy(thrown, depth);
  }

  /**
   * Returns whether an exception, and everything that it holds, answers, and each time in the same
   * way.
   */
  private boolean isSound(Throwable thrown) {
    if (!answers(thrown)) {
      return false;
    }
    List<Throwable> all = NestedErrors.here(thrown);
    return all.size() < NestedErrors.MOST
        && all.stream().allMatch(some -> !isStale(some, report) && answers(some))
        && prints(thrown);
  }

  @SuppressWarnings({"ReferenceEquality", "ReturnValueIgnored", "SelfEquals"})
  private static boolean answers(Throwable thrown) {
    try {
      thrown.getMessage();
      thrown.getLocalizedMessage();
      thrown.hashCode();
      Throwable cause = thrown.getCause(); // a new one each time would have no end
      thrown.setStackTrace(thrown.getStackTrace()); // rejects a stack that is missing or has gaps
      return thrown.equals(thrown) && thrown.toString() != null && thrown.getCause() == cause;
    } catch (Throwable unsound) {
      return false;
    }
  }

  /** Returns whether an exception can be printed, as build tools do; it prints what it holds. */
  private static boolean prints(Throwable thrown) {
    try {
      thrown.printStackTrace(new PrintWriter(Writer.nullWriter()));
      return true;
    } catch (Throwable unsound) {
      return false;
    }
  }

  /** Copies the text of an exception, without the additions of an earlier report. */
  private AssertionError copy(Throwable thrown, int depth) {
    told.add(thrown);
    AssertionError copy = new AssertionError(textOf(thrown));
    copy.setStackTrace(stackOf(thrown));
    if (depth == 0) {
      known = copy;
    }
    if (depth < DEPTH) {
      copyCause(thrown, copy, depth);
      copySuppressed(thrown, copy, depth);
    }
    return copy;
  }

  private void copyCause(Throwable thrown, Throwable copy, int depth) {
    if (thrown instanceof OutOfMemoryError && answers(thrown)) {
      copy.initCause(thrown);
      return;
    }
    Throwable cause = causeOf(thrown);
    if (cause != null && !told.contains(cause)) {
      copy.initCause(tell(cause, depth + 1));
    }
  }

  private void copySuppressed(Throwable thrown, Throwable copy, int depth) {
    Throwable[] all = thrown.getSuppressed();
    ThrowableSet stale = new ThrowableSet();
    for (Throwable some : all) {
      if (some instanceof TrialNote note && note.isOfAnother(report)) {
        stale.add(note);
        stale.addAll(note.report());
      }
    }
    int left = MOST_SUPPRESSED;
    for (Throwable some : all) {
      if (left > 0 && !stale.contains(some) && !told.contains(some)) {
        left--;
        copy.addSuppressed(tell(some, depth + 1));
      }
    }
  }

  private static String textOf(Throwable thrown) {
    if (thrown instanceof OutOfMemoryError) {
      return "the trial ran out of memory: " + Display.of(thrown);
    }
    try {
      String text = thrown instanceof ExplainedError ? thrown.getMessage() : thrown.toString();
      return text == null ? withoutText(thrown) : text;
    } catch (Throwable unsound) {
      return withoutText(thrown);
    }
  }

  /** Returns the message of an exception, or another text of it. */
  public static String messageOf(Throwable thrown) {
    try {
      return String.valueOf(thrown.getMessage());
    } catch (Throwable e) {
      return Display.of(thrown);
    }
  }

  private static String withoutText(Throwable thrown) {
    return "a " + thrown.getClass().getName() + " whose message cannot be read";
  }

  /** Returns the stack trace of an exception, empty if it returns none, or one with gaps. */
  public static StackTraceElement[] stackOf(Throwable thrown) {
    try {
      StackTraceElement[] stack = thrown.getStackTrace();
      return stack == null || Arrays.asList(stack).contains(null) ? NOWHERE : stack;
    } catch (Throwable unsound) {
      return NOWHERE;
    }
  }

  private static @Nullable Throwable causeOf(Throwable thrown) {
    try {
      return thrown.getCause();
    } catch (Throwable unsound) {
      return null;
    }
  }
}
