// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.error;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The exceptions that one holds: itself, what it suppresses and what has caused it, however deep,
 * each once by its identity. Of what has no end, only so much is looked at.
 *
 * @since 0.1
 */
public final class Held {
  /** The number of exceptions that are looked at in one. */
  static final int MOST = 1_000;

  /** What users' code may have to say to whoever prints an exception; JUnit asks for hash codes. */
  private static final List<String> ANSWERS =
      List.of(
          "getMessage",
          "getLocalizedMessage",
          "toString",
          "getStackTrace",
          "getCause",
          "equals",
          "hashCode");

  /** A type that gives such answers, and only from what it was made with. */
  private static final String ASSERTION = "org.opentest4j.AssertionFailedError";

  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

  private Held() {}

  /** Returns what an exception holds, as far as it says so in time. */
  public static List<Throwable> in(Throwable from, Aside aside) {
    List<Throwable> plain = new ArrayList<>();
    if (collect(from, plain, true)) {
      return plain;
    }
    List<Throwable> all = Collections.synchronizedList(new ArrayList<>());
    aside.ask(() -> collect(from, all, false));
    synchronized (all) {
      return all.isEmpty() ? List.of(from) : List.copyOf(all);
    }
  }

  /** Returns what an exception holds, on a thread on which users' code may take its time. */
  static List<Throwable> here(Throwable from) {
    List<Throwable> all = new ArrayList<>();
    collect(from, all, false);
    return all;
  }

  /** Returns what an exception holds if no user's code must be asked for it, and otherwise null. */
  static @Nullable List<Throwable> inPlain(Throwable from) {
    List<Throwable> plain = new ArrayList<>();
    return collect(from, plain, true) ? plain : null;
  }

  /** Collects all; returns false if it should, and cannot, do so without users' code. */
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
      // A failure that does not tell its cause is still a failure.
    }
    return next;
  }

  /** Returns whether an exception answers with no code but the JDK's and the harness's. */
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
      return true; // nobody knows
    }
  }
}
