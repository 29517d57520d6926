// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.assertj;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Assertions that fail. */
final class Failing {
  private Failing() {}

  /** Returns how an assertion failed, which it must. */
  static AssertionError failure(ThrowingCallable assertion) {
    return requireNonNull(catchThrowableOfType(AssertionError.class, assertion), "it passed");
  }

  /** Returns whether an assertion holds. */
  static boolean holds(ThrowingCallable assertion) {
    return catchThrowableOfType(AssertionError.class, assertion) == null;
  }
}
