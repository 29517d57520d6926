// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli.report;

import dev.assay.stack.StackTraces;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The text of what a test has thrown, without the frames that are the same in every test.
 *
 * @since 0.1
 */
public final class Traces {
  /** Packages that run tests and compare values, whose frames say nothing. */
  private static final List<String> RUNNERS =
      List.of(
          "org.junit.",
          "org.opentest4j.",
          "org.assertj.",
          "net.jqwik.",
          "dev.assay.cli.",
          "dev.assay.junit.",
          "jdk.internal.reflect.",
          "sun.reflect.",
          "java.lang.reflect.",
          "java.lang.invoke.");

  /** The package of errors that explain themselves, and give their place by their own frames. */
  private static final String EXPLAINED = "dev.assay.trial.";

  /** What the harness adds to a failure to say when it was. */
  private static final String NOTE = EXPLAINED + "error.TrialNote";

  private static final List<String> JDK = List.of("java.", "jdk.", "sun.");

  private static final int MOST_FRAMES = 50;

  private final String testClass;
  private final StringBuilder text = new StringBuilder();
  private final Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private Traces(String testClass) {
    this.testClass = testClass;
  }

  /**
   * Returns the whole message and the relevant frames.
   *
   * @param testClass a class whose frames are always kept, or an empty string
   */
  public static String of(Throwable error, String testClass) {
    Traces traces = new Traces(outermost(testClass));
    traces.add("", "", error, List.of());
    return traces.text.toString().stripTrailing();
  }

  /** Returns the harness's note on a failure: the trial, the time, and the files. */
  static Optional<String> note(Throwable error) {
    return Stream.of(error.getSuppressed())
        .filter(Traces::isNote)
        .map(Throwable::getMessage)
        .findFirst();
  }

  private static boolean isNote(Throwable error) {
    return error.getClass().getName().equals(NOTE);
  }

  private void add(String indent, String title, Throwable error, List<StackTraceElement> above) {
    if (!seen.add(error)) {
      line(indent, title + "(see above) " + error.getClass().getName());
      return;
    }
    List<StackTraceElement> frames =
        trimmed(Arrays.asList(error.getStackTrace()), isExplained(error));
    line(indent, title + header(error));
    List<StackTraceElement> own = withoutCommonEnd(frames, above);
    own.stream().limit(MOST_FRAMES).forEach(frame -> line(indent, "    at " + plain(frame)));
    if (own.size() > MOST_FRAMES) {
      line(indent, "    ... " + (own.size() - MOST_FRAMES) + " more");
    }
    for (Throwable suppressed : error.getSuppressed()) {
      if (!isNote(suppressed)) {
        add(indent + "    ", "Suppressed: ", suppressed, frames);
      }
    }
    Throwable cause = error.getCause();
    if (cause != null) {
      add(indent, "Caused by: ", cause, frames);
    }
  }

  private void line(String indent, String lines) {
    lines.lines().forEach(line -> text.append(indent).append(line).append('\n'));
  }

  /**
   * Returns the first line. A failure that the harness explains begins with its code instead of its
   * type.
   */
  private static String header(Throwable error) {
    String message = error.getMessage();
    return message != null && isExplained(error) ? message : error.toString();
  }

  private static boolean isExplained(Throwable error) {
    return error.getClass().getName().startsWith(EXPLAINED);
  }

  private List<StackTraceElement> trimmed(List<StackTraceElement> frames, boolean explained) {
    List<StackTraceElement> kept = new ArrayList<>();
    for (StackTraceElement frame : frames) {
      if (isKept(frame, kept.isEmpty() && !explained)) {
        kept.add(frame);
      }
    }
    int end = kept.size();
    while (end > 0 && startsWithAny(kept.get(end - 1), JDK)) {
      end--;
    }
    return kept.subList(0, end);
  }

  private boolean isKept(StackTraceElement frame, boolean first) {
    if (outermost(frame.getClassName()).equals(testClass)) {
      return true;
    }
    // The harness's frames are kept where something was thrown.
    return !startsWithAny(frame, RUNNERS) && (first || !StackTraces.isOfHarness(frame));
  }

  private static List<StackTraceElement> withoutCommonEnd(
      List<StackTraceElement> frames, List<StackTraceElement> above) {
    int common = 0;
    while (common < Math.min(frames.size(), above.size())
        && frames.get(frames.size() - 1 - common).equals(above.get(above.size() - 1 - common))) {
      common++;
    }
    return frames.subList(0, frames.size() - common);
  }

  private static boolean startsWithAny(StackTraceElement frame, List<String> prefixes) {
    return prefixes.stream().anyMatch(frame.getClassName()::startsWith);
  }

  private static String outermost(String className) {
    int dollar = className.indexOf('$');
    return dollar < 0 ? className : className.substring(0, dollar);
  }

  /** Returns the frame in the form that IDEs link, without loader and module. */
  public static String plain(StackTraceElement frame) {
    String file = frame.getFileName() == null ? "Unknown Source" : frame.getFileName();
    String line = frame.getLineNumber() > 0 ? ":" + frame.getLineNumber() : "";
    return frame.getClassName() + "." + frame.getMethodName() + "(" + file + line + ")";
  }
}
