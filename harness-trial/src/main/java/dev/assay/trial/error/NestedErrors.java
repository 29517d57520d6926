// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.error;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The exceptions that an exception holds: itself, its suppressed exceptions and its causes, at any
 * depth, each once by identity. At most a fixed number of them is examined, as there may be no end.
 *
 * @since 0.1
 */
public final class NestedErrors {
  /** The maximum number of exceptions to examine in one. */
  static final int MOST = 1_000;

  /**
   * The methods of users' code that reporting an exception may call; JUnit asks for hash codes, and
   * shortens stacks.
   */
  private static final List<String> ANSWERS =
      List.of(
          "getMessage",
          "getLocalizedMessage",
          "toString",
          "getStackTrace",
          "setStackTrace",
          "printStackTrace",
          "getCause",
          "equals",
          "hashCode");

  /** A type that overrides such methods, but answers only from its constructor arguments. */
  private static final String ASSERTION = "org.opentest4j.AssertionFailedError";

  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

  private NestedErrors() {}

  /** Returns the exceptions that an exception holds, as far as it answers in time. */
  public static List<Throwable> in(Throwable from, AnswerBudget budget) {
    List<Throwable> plain = new ArrayList<>();
    if (collect(from, plain, true)) {
      return plain;
    }
    List<Throwable> all = Collections.synchronizedList(new ArrayList<>());
    budget.ask(() -> collect(from, all, false));
    synchronized (all) {
      return all.isEmpty() ? List.of(from) : List.copyOf(all);
    }
  }

  /**
   * Returns the exceptions that an exception holds, on a thread where users' code may take time.
   */
  static List<Throwable> here(Throwable from) {
    List<Throwable> all = new ArrayList<>();
    collect(from, all, false);
    return all;
  }

  /** Returns the exceptions that an exception holds if this calls no user code, else null. */
  static @Nullable List<Throwable> inPlain(Throwable from) {
    List<Throwable> plain = new ArrayList<>();
    return collect(from, plain, true) ? plain : null;
  }

  /** Collects all; returns false if it is not to call users' code, and would have to. */
  private static boolean collect(Throwable from, List<Throwable> all, boolean onlyPlain) {
    ThrowableSet seen = ThrowableSet.of(List.of(from));
    all.add(from);
    for (int i = 0; i < all.size() && all.size() < MOST; i++) {
      Throwable next = all.get(i);
      if (onlyPlain && !isPlain(next)) {
        return false;
      }
      for (Throwable some : next(next)) {
        if (seen.add(some)) {
          all.add(some);
        }
      }
    }
    return true;
  }

  private static List<Throwable> next(Throwable thrown) {
    List<Throwable> next = new ArrayList<>(List.of(thrown.getSuppressed()));
    try {
      Throwable cause = thrown.getCause();
      if (cause != null) {
        next.add(cause);
      }
    } catch (Throwable unsound) {
      // A failure that does not return its cause is still a failure.
    }
    return next;
  }

  /** Returns whether an exception runs only code of the JDK and of the harness. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isPlain(Throwable thrown) {
    for (Class<?> type = thrown.getClass(); type != null; type = type.getSuperclass()) {
      ClassLoader loader = type.getClassLoader();
      if (loader == null || loader == PLATFORM || type.getName().equals(ASSERTION)) {
        return true;
      }
      if (!type.equals(TrialNote.class) && answers(type)) {
        return false;
      }
    }
    return true;
  }

  private static boolean answers(Class<?> type) {
    try {
      return Stream.of(type.getDeclaredMethods()).map(Method::getName).anyMatch(ANSWERS::contains);
    } catch (LinkageError e) {
      return true; // unknown, so assume that it does
    }
  }
}
