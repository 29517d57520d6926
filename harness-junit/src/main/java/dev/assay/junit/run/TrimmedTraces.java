// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.run;

import dev.assay.stack.StackTraces;
import dev.assay.trial.error.AnswerBudget;
import dev.assay.trial.error.NestedErrors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stack traces of what a trial has thrown, without the frames that are the same in every trial.
 *
 * <p>Frames of the harness go from between two frames of a user's, and so does everything below the
 * last of those that only leads from JUnit to the trial. What lies above the first frame of a
 * user's stays: there something was thrown. A stack without a user's frame stays as it is. As
 * frames are only left out, and the same each time, several trials may throw the same exception.
 *
 * @since 0.1
 */
public final class TrimmedTraces {
  private static final List<String> RUNNERS =
      List.of("org.junit.", "java.lang.reflect.", "java.lang.invoke.", "jdk.internal.reflect.");

  private TrimmedTraces() {}

  /** Trims the stacks of an exception, its causes and its suppressed exceptions. */
  public static void trim(@Nullable Throwable thrown) {
    if (thrown != null) {
      AnswerBudget budget = AnswerBudget.forReport();
      List<Throwable> all = NestedErrors.in(thrown, budget);
      budget.ask(() -> trimAll(all));
    }
  }

  private static boolean trimAll(List<Throwable> all) {
    for (Throwable some : all) {
      StackTraceElement[] stack = some.getStackTrace();
      StackTraceElement[] trimmed = trimmed(stack);
      if (trimmed.length < stack.length) {
        some.setStackTrace(trimmed);
      }
    }
    return true;
  }

  /** Returns the frames of a stack that say something about the code under test. */
  static StackTraceElement[] trimmed(StackTraceElement[] stack) {
    List<StackTraceElement> all = Arrays.asList(stack);
    int first = 0;
    while (first < stack.length && !StackTraces.isOfUser(stack[first])) {
      first++;
    }
    int last = stack.length - 1;
    while (last > first && !StackTraces.isOfUser(stack[last])) {
      last--;
    }
    if (first == stack.length) {
      return stack;
    }
    List<StackTraceElement> kept = new ArrayList<>(all.subList(0, first));
    all.subList(first, last + 1).stream()
        .filter(frame -> !StackTraces.isOfHarness(frame))
        .forEach(kept::add);
    List<StackTraceElement> below = all.subList(last + 1, stack.length);
    boolean leadsToTrial = below.stream().anyMatch(StackTraces::isOfHarness);
    below.stream().takeWhile(frame -> !leadsToTrial || !isOfRunner(frame)).forEach(kept::add);
    return kept.toArray(StackTraceElement[]::new);
  }

  private static boolean isOfRunner(StackTraceElement frame) {
    return StackTraces.isOfHarness(frame)
        || RUNNERS.stream().anyMatch(frame.getClassName()::startsWith);
  }
}
