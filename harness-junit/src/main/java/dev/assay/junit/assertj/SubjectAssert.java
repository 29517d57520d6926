// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.assertj;

import java.util.function.Supplier;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/**
 * An assertion about an object of ours, and the one form of its failure: what was looked at, what
 * was expected of it, and what it is instead.
 */
abstract class SubjectAssert<S extends SubjectAssert<S, A>, A> extends AbstractAssert<S, A> {
  SubjectAssert(@Nullable A actual, Class<S> self) {
    super(actual, self);
  }

  /** Returns what is looked at, which must be there. */
  final A present() {
    isNotNull();
    return actual;
  }

  /**
   * Fails unless something holds.
   *
   * @param expected what was expected, such as {@code to be paused}
   * @param instead what is there instead, such as {@code it is not}; asked for only on failure
   */
  final S expect(boolean holds, String expected, Supplier<String> instead) {
    if (!holds) {
      throw unmet(expected, instead.get());
    }
    return myself;
  }

  /** Returns a failure. */
  final AssertionError unmet(String expected, String instead) {
    return failure(text(expected, instead));
  }

  /** Returns a failure that development environments show as a difference. */
  final AssertionError difference(
      @Nullable Object is, @Nullable Object wanted, String expected, String instead) {
    return failureWithActualExpected(is, wanted, text(expected, instead));
  }

  /** Returns a failure that was brought about by another, whose trace is shown. */
  final AssertionError causedBy(Throwable cause, String expected, String instead) {
    AssertionError plain = unmet(expected, instead);
    AssertionError failure = new AssertionFailedError(plain.getMessage(), cause);
    failure.setStackTrace(plain.getStackTrace());
    return failure;
  }

  private String text(String expected, String instead) {
    String text = "%nExpecting " + escaped(AssayRepresentation.describe(actual));
    return text + "%n" + escaped(expected) + "%nbut " + escaped(instead);
  }

  /** Returns a text as a format that gives just this. */
  private static String escaped(String text) {
    return text.replace("%", "%%");
  }
}
