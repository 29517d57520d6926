// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import dev.assay.pending.Display;
import dev.assay.trial.TrialError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Errors that JUnit, and whoever prints what it reports, can be told of without harm. Some would
 * end the whole run: those of which JUnit believes that nothing can go on, and those that throw, or
 * are silent, when they are asked what they are.
 */
final class Tellable {
  private static final StackTraceElement[] NOWHERE = {};

  private Tellable() {}

  /** Returns an error, or one that stands for it. */
  static Throwable of(Throwable thrown) {
    boolean sound = isSound(thrown);
    if (thrown instanceof OutOfMemoryError) {
      String text = "the trial ran out of memory: " + Display.of(thrown);
      return instead(thrown, text, sound ? thrown : null);
    } else if (!sound) {
      return instead(thrown, textOf(thrown), null);
    }
    return thrown;
  }

  /** Returns what stands for an error that must not be asked. */
  static AssertionError mute(Throwable thrown) {
    return new AssertionError(withoutText(thrown));
  }

  private static String textOf(Throwable thrown) {
    try {
      String text = thrown instanceof TrialError found ? found.getMessage() : thrown.toString();
      return text == null ? withoutText(thrown) : text;
    } catch (Throwable unsound) {
      return withoutText(thrown);
    }
  }

  private static String withoutText(Throwable thrown) {
    return "a " + thrown.getClass().getName() + " that cannot say what it is";
  }

  /** Returns whether an error, and all that it holds, answers. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSound(Throwable thrown) {
    List<Throwable> seen = new ArrayList<>(List.of(thrown));
    try {
      for (int i = 0; i < seen.size(); i++) {
        Throwable next = seen.get(i);
        if (!answers(next)) {
          return false;
        }
        List<Throwable> held = new ArrayList<>(List.of(next.getSuppressed()));
        if (next.getCause() != null) {
          held.add(next.getCause());
        }
        for (Throwable some : held) {
          if (seen.stream().noneMatch(known -> known == some)) {
            seen.add(some);
          }
        }
      }
      return true;
    } catch (Throwable unsound) {
      return false;
    }
  }

  @SuppressWarnings("ReturnValueIgnored")
  private static boolean answers(Throwable thrown) {
    thrown.getMessage();
    thrown.getLocalizedMessage();
    return thrown.toString() != null && thrown.getStackTrace() != null;
  }

  private static AssertionError instead(Throwable thrown, String text, @Nullable Throwable cause) {
    AssertionError error = new AssertionError(text, cause);
    error.setStackTrace(stackOf(thrown));
    return error;
  }

  private static StackTraceElement[] stackOf(Throwable thrown) {
    try {
      StackTraceElement[] stack = thrown.getStackTrace();
      return stack == null ? NOWHERE : stack;
    } catch (Throwable unsound) {
      return NOWHERE;
    }
  }
}
