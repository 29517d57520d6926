// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.assertj;

import java.util.function.Supplier;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/**
 * An assertion about an object of Assay, and the common form of its failure: the object, the
 * expectation and the actual state.
 */
abstract class SubjectAssert<S extends SubjectAssert<S, A>, A> extends AbstractAssert<S, A> {
  SubjectAssert(@Nullable A actual, Class<S> self) {
    super(actual, self);
  }

  /** Returns the object, which must not be null. */
  final A present() {
    isNotNull();
    return actual;
  }

  /**
   * Fails unless a condition holds.
   *
   * @param expected the expectation, such as {@code to be paused}
   * @param instead the actual state, such as {@code it is not}; only computed on failure
   */
  final S expect(boolean holds, String expected, Supplier<String> instead) {
    if (!holds) {
      throw unmet(expected, instead.get());
    }
    return myself;
  }

  /** Returns a failure. */
  final AssertionError unmet(String expected, String instead) {
    return failure("%s", text(expected, instead));
  }

  /** Returns a failure that IDEs show as a difference. */
  final AssertionError difference(
      @Nullable Object is, @Nullable Object wanted, String expected, String instead) {
    // AssertJ's own factory would interpret the text as a format again.
    AssertionError plain = unmet(expected, instead);
    return at(plain, new AssertionFailedError(plain.getMessage(), wanted, is));
  }

  /** Returns a failure caused by another, whose stack trace is shown. */
  final AssertionError causedBy(Throwable cause, String expected, String instead) {
    AssertionError plain = unmet(expected, instead);
    return at(plain, new AssertionFailedError(plain.getMessage(), cause));
  }

  private static AssertionError at(AssertionError place, AssertionError failure) {
    failure.setStackTrace(place.getStackTrace());
    return failure;
  }

  private Text text(String expected, String instead) {
    String subject = AssayRepresentation.describe(actual);
    return new Text("\nExpecting " + subject + "\n" + expected + "\nbut " + instead);
  }

  /** A text that AssertJ shows as it is: it would quote a string, and interpret it as a format. */
  private record Text(String text) {
    @Override
    public String toString() {
      return text;
    }
  }
}
