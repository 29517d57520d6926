// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.bytes;

import dev.assay.ledger.Sneaky;
import org.jspecify.annotations.Nullable;

/**
 * The exceptions of calls that no ledger accepts, kept until a method that drives the clock can
 * throw them.
 *
 * @since 0.1
 */
public final class Failures {
  private @Nullable Throwable first;

  /**
   * Adds a failure; an exception that is thrown twice is kept once, because it cannot suppress
   * itself.
   */
  @SuppressWarnings("ReferenceEquality")
  public void add(Throwable failure) {
    if (first == null) {
      first = failure;
    } else if (first != failure) {
      first.addSuppressed(failure);
    }
  }

  /** Throws the first failure, if there is one, with the others suppressed. */
  public void raise() {
    Throwable raised = first;
    first = null;
    if (raised != null) {
      throw Sneaky.raise(raised);
    }
  }

  /**
   * Adds a last failure, and throws the first. Never returns; the return type lets the caller write
   * {@code throw}.
   */
  public RuntimeException fail(Throwable last) {
    add(last);
    raise();
    throw new AssertionError("a failure was not thrown; please report this", last);
  }
}
