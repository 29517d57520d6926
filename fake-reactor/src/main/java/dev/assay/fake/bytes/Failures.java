// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.bytes;

import org.jspecify.annotations.Nullable;

/**
 * The exceptions of calls that no ledger takes, kept until they can be thrown to whoever drives the
 * clock.
 *
 * @since 0.1
 */
public final class Failures {
  private @Nullable Throwable first;

  /** Takes a failure; one that is thrown twice is kept once, as it cannot suppress itself. */
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
      throw Failures.<RuntimeException>asThrown(raised);
    }
  }

  /** Takes a last failure, and throws the first; the result is to be thrown, for the compiler. */
  public RuntimeException fail(Throwable last) {
    add(last);
    raise();
    throw new AssertionError("a failure was not thrown; please report this", last);
  }

  /** Passes a failure on as it was thrown, even if nobody declared it. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <X extends Throwable> X asThrown(Throwable failure) throws X {
    throw (X) failure;
  }
}
