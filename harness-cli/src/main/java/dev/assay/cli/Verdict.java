// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import java.util.Locale;
import org.junit.platform.engine.TestExecutionResult;

/** What came of one test. */
enum Verdict {
  SKIPPED("skipped", "skips", Palette.Ink.BLUE),
  EXPECTED_FAILURE("todo", "expectedFailures", Palette.Ink.BLUE),
  FAIL("fail", "failures", Palette.Ink.RED),
  ERROR("error", "errors", Palette.Ink.RED),
  UNEXPECTED_SUCCESS("success!?!", "unexpectedSuccesses", Palette.Ink.RED),
  OK("ok", "successes", Palette.Ink.GREEN);

  /** How the engine `trial` begins the reason of a failure that was expected. */
  private static final String EXPECTED = "todo: ";

  /** How the engine `trial` begins the text of a success that was not expected. */
  private static final String NOT_EXPECTED = "A-UNEXPECTED-SUCCESS";

  private final String word;
  private final String counted;
  private final Palette.Ink ink;

  Verdict(String word, String counted, Palette.Ink ink) {
    this.word = word;
    this.counted = counted;
    this.ink = ink;
  }

  static Verdict of(TestExecutionResult result) {
    return switch (result.getStatus()) {
      case SUCCESSFUL -> OK;
      case ABORTED -> says(result, EXPECTED) ? EXPECTED_FAILURE : SKIPPED;
      case FAILED -> ofFailure(result);
    };
  }

  /** Returns what is printed at the end of a line, such as {@code [OK]}. */
  String tag() {
    return "[" + word.toUpperCase(Locale.ROOT) + "]";
  }

  /** Returns the word that the last line counts it under. */
  String counted() {
    return counted;
  }

  Palette.Ink ink() {
    return ink;
  }

  boolean isFailure() {
    return this == FAIL || this == ERROR || this == UNEXPECTED_SUCCESS;
  }

  private static Verdict ofFailure(TestExecutionResult result) {
    if (says(result, NOT_EXPECTED)) {
      return UNEXPECTED_SUCCESS;
    }
    return result.getThrowable().filter(AssertionError.class::isInstance).isPresent()
        ? FAIL
        : ERROR;
  }

  private static boolean says(TestExecutionResult result, String beginning) {
    return result
        .getThrowable()
        .map(Throwable::getMessage)
        .filter(text -> text.startsWith(beginning))
        .isPresent();
  }
}
