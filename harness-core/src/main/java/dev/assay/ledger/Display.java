// SPDX-License-Identifier: Apache-2.0
package dev.assay.ledger;

import dev.assay.stack.UserCode;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of users' values: short, the same in equal runs, and free of second failures.
 *
 * @since 0.1
 */
public final class Display {
  private static final int LONGEST = 120;

  /** The end of the text of {@code Object.toString()}. A mail address continues with a dot. */
  private static final Pattern IDENTITY =
      Pattern.compile("(?<=[\\w$;\\]])@[0-9a-f]{1,8}(?![\\w.-])");

  /** The part of a lambda's class name that differs between runs. */
  private static final Pattern HIDDEN_CLASS = Pattern.compile("(?<=\\$\\$Lambda)[$/\\w]+");

  private static final String LAMBDA = "$$Lambda";

  private Display() {}

  /**
   * Returns the value's own text, shortened and without identity hashes, or a text for the error
   * that the value's code threw.
   */
  public static String of(@Nullable Object value) {
    String text = value == null ? "null" : textOf(value);
    String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    return line(cut);
  }

  /** Returns a text as one line, with escapes for line ends and other control characters. */
  public static String line(String text) {
    if (text.chars().noneMatch(Display::isControl)) {
      return text;
    }
    StringBuilder line = new StringBuilder(text.length() + 16);
    text.chars().forEach(each -> append((char) each, line));
    return line.toString();
  }

  /** Returns whether a character moves the cursor, or ends a line in some programs. */
  private static boolean isControl(int each) {
    return Character.isISOControl(each) || each == '\u2028' || each == '\u2029';
  }

  private static void append(char each, StringBuilder line) {
    switch (each) {
      case '\n' -> line.append("\\n");
      case '\r' -> line.append("\\r");
      case '\t' -> line.append("\\t");
      default -> line.append(isControl(each) ? "\\u%04x".formatted((int) each) : each);
    }
  }

  /** Returns {@code 1m2.5s}. */
  public static String time(Duration time) {
    return time.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
  }

  /** Returns {@code a lambda of PingerTest} or {@code a PingerTest.Retry}. */
  public static String ofCode(Class<?> code) {
    return (code.getName().contains(LAMBDA) ? "a lambda of " : "a ") + codeName(code);
  }

  /** Returns {@code PingerTest.Retry}, or for a lambda the class that it is in. */
  public static String codeName(Class<?> code) {
    String type = code.getName();
    int lambda = type.indexOf(LAMBDA);
    String plain = lambda < 0 ? type : type.substring(0, lambda);
    return plain.substring(plain.lastIndexOf('.') + 1).replace('$', '.');
  }

  private static String textOf(Object value) {
    Ledger bound = Ledger.bound();
    Asker asker = bound == null || isTrusted(value) ? null : bound.asker();
    // A synchronized toString() cannot answer another thread while this one holds the lock.
    if (asker == null || CurrentWork.isAsking() || Thread.holdsLock(value)) {
      return ask(value);
    }
    String answer = asker.ask(() -> ask(value));
    return answer == null ? "a " + plainName(value) + " whose toString() does not end" : answer;
  }

  /** Returns whether only code of the JDK's or of the harness makes the text. */
  private static boolean isTrusted(Object value) {
    return value.getClass().getClassLoader() == null
        ? value instanceof CharSequence
            || value instanceof Number
            || value instanceof Boolean
            || value instanceof Throwable
        : !UserCode.contains(value.getClass());
  }

  private static String ask(Object value) {
    String text;
    Ledger.Binding asking = CurrentWork.ask();
    try {
      text = String.valueOf(value.toString());
    } catch (Throwable e) {
      // No "+": at the end of the stack the JDK fails to link a concatenation, and then does so
      // forever.
      return String.join(
          "", "a ", plainName(value), " whose toString() threw ", e.getClass().getSimpleName());
    } finally {
      asking.close();
    }
    if (text.equals(
        value.getClass().getName() + "@" + Integer.toHexString(System.identityHashCode(value)))) {
      return "a " + plainName(value);
    }
    return withoutIdentity(text);
  }

  private static String plainName(Object value) {
    Class<?> type = value.getClass();
    String name = type.isArray() ? type.getSimpleName() : type.getName();
    return withoutIdentity(name.substring(name.lastIndexOf('.') + 1));
  }

  private static String withoutIdentity(String text) {
    return HIDDEN_CLASS.matcher(IDENTITY.matcher(text).replaceAll("")).replaceAll("");
  }
}
