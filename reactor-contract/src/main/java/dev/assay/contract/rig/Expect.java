// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.rig;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The assertions of the checks. Their failures read {@code what the server received must be <one>:
 * <on>}.
 *
 * @since 0.1
 */
public final class Expect {
  private static final int SHOWN = 200;

  private Expect() {}

  /** Asserts that a value is the expected one. */
  public static void equal(String what, @Nullable Object expected, @Nullable Object actual) {
    if (!Objects.equals(expected, actual)) {
      throw new AssertionError(
          "%s must be <%s>: <%s>".formatted(what, show(expected), show(actual)));
    }
  }

  /** Asserts that a text is one of those that are allowed. */
  public static void oneOf(String what, List<String> allowed, String actual) {
    if (!allowed.contains(actual)) {
      throw new AssertionError(
          "%s must be <%s>: <%s>".formatted(what, String.join("> or <", allowed), actual));
    }
  }

  /** Asserts a rule, which becomes the text of the failure. */
  public static void isTrue(String rule, boolean holds) {
    if (!holds) {
      throw new AssertionError(rule);
    }
  }

  /** Asserts that a value is of a type, and returns it. */
  public static <T> T isA(Class<T> type, String what, @Nullable Object actual) {
    if (!type.isInstance(actual)) {
      throw new AssertionError(
          "%s must be of type %s: %s".formatted(what, type.getSimpleName(), actual));
    }
    return type.cast(actual);
  }

  /** Asserts that code throws an exception of a type, and returns it. */
  public static <X extends Throwable> X thrown(Class<X> type, String what, Code code) {
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
