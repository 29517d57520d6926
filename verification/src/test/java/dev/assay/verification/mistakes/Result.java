// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import static java.util.stream.Collectors.joining;

import dev.assay.trial.TrialError;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;

/**
 * What came of a trial, or of a class that did not succeed.
 *
 * @param className the class that was run
 * @param method the trial, unless it is about the class
 */
record Result(String className, Optional<Method> method, TestExecutionResult outcome) {
  private static final int LINES = 25;

  static Result of(TestIdentifier test, TestExecutionResult outcome) {
    Optional<MethodSource> method =
        test.getSource().flatMap(found -> as(MethodSource.class, found));
    Optional<ClassSource> type = test.getSource().flatMap(found -> as(ClassSource.class, found));
    return new Result(
        method
            .map(MethodSource::getClassName)
            .or(() -> type.map(ClassSource::getClassName))
            .orElseGet(test::getDisplayName),
        method.map(MethodSource::getJavaMethod),
        outcome);
  }

  private static <T> Optional<T> as(Class<T> type, Object source) {
    return type.isInstance(source) ? Optional.of(type.cast(source)) : Optional.empty();
  }

  /** Returns whether it is about a class, or about one that is nested in it. */
  boolean isOf(Class<?> type) {
    return className.equals(type.getName()) || className.startsWith(type.getName() + "$");
  }

  boolean hasFailed() {
    return outcome.getStatus() == Status.FAILED;
  }

  /** Returns the code of the failure, or nothing if that is the trial's own exception. */
  String code() {
    return outcome.getThrowable().flatMap(error -> as(TrialError.class, error)).stream()
        .map(error -> error.code().toString())
        .collect(joining());
  }

  /**
   * Returns whether the text of the failure names a place, such as {@code TimerMistakes.java:12}.
   */
  boolean names(String place) {
    return Pattern.compile(Pattern.quote(place) + "(?!\\d)").matcher(text()).find();
  }

  /** Returns the text of a failure, with its stack traces, as a report shows it. */
  String text() {
    StringWriter text = new StringWriter();
    outcome.getThrowable().ifPresent(thrown -> thrown.printStackTrace(new PrintWriter(text, true)));
    return text.toString();
  }

  /** Returns what came, with the beginning of its text. */
  String summary() {
    return "%s %s%n%s"
        .formatted(
            this,
            outcome.getStatus(),
            text().lines().limit(LINES).map(line -> "    " + line + "\n").collect(joining()));
  }

  /** Returns the names of the class, without its package, and of the trial. */
  @Override
  public String toString() {
    String name = className.substring(className.lastIndexOf('.') + 1);
    return name + method.map(trial -> "#" + trial.getName()).orElse("");
  }
}
