// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli.report;

import java.util.Locale;
import org.junit.platform.engine.TestExecutionResult;

/**
 * The outcome of one test.
 *
 * @since 0.1
 */
public enum Verdict {
  /** It was not run, or could not be. */
  SKIPPED("skipped", "skips", Palette.Ink.BLUE),
  /** It has failed, as announced. */
  EXPECTED_FAILURE("todo", "expectedFailures", Palette.Ink.BLUE),
  /** An assertion has failed. */
  FAIL("fail", "failures", Palette.Ink.RED),
  /** Something else was thrown. */
  ERROR("error", "errors", Palette.Ink.RED),
  /** It was announced to fail, and has not. */
  UNEXPECTED_SUCCESS("success!?!", "unexpectedSuccesses", Palette.Ink.RED),
  /** It has passed. */
  OK("ok", "successes", Palette.Ink.GREEN);

  /** The beginning of the reason that the engine `trial` reports for an expected failure. */
  private static final String EXPECTED = "todo: ";

  /** The beginning of the text that the engine `trial` reports for an unexpected success. */
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

  /** Returns the text at the end of a line, such as {@code [OK]}. */
  String tag() {
    return "[" + word.toUpperCase(Locale.ROOT) + "]";
  }

  /** Returns the word under which the last line counts it. */
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
