// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The assertions of the checks. Their failures read {@code what the server received must be <one>:
 * <on>}.
 */
final class Expect {
  private static final int SHOWN = 200;

  private Expect() {}

  static void equal(String what, @Nullable Object expected, @Nullable Object actual) {
    if (!Objects.equals(expected, actual)) {
      throw new AssertionError(
          "%s must be <%s>: <%s>".formatted(what, show(expected), show(actual)));
    }
  }

  static void isTrue(String rule, boolean holds) {
    if (!holds) {
      throw new AssertionError(rule);
    }
  }

  static <T> T isA(Class<T> type, String what, @Nullable Object actual) {
    if (!type.isInstance(actual)) {
      throw new AssertionError(
          "%s must be of type %s: %s".formatted(what, type.getSimpleName(), actual));
    }
    return type.cast(actual);
  }

  /** Asserts that code throws an exception of a type, and returns it. */
  static <X extends Throwable> X thrown(Class<X> type, String what, Code code) {
    try {
      code.run();
    } catch (Throwable thrown) {
      return isA(type, "what is thrown by " + what, thrown);
    }
    throw new AssertionError(
        "%s must throw %s: nothing was thrown".formatted(what, type.getSimpleName()));
  }

  private static String show(@Nullable Object value) {
    String text = String.valueOf(value);
    return text.length() <= SHOWN
        ? text
        : text.substring(0, SHOWN) + "… (" + text.length() + " characters)";
  }
}
