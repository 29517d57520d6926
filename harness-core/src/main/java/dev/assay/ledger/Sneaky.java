// SPDX-License-Identifier: Apache-2.0
package dev.assay.ledger;

/**
 * A way to throw a failure of any type where the compiler expects another, or none.
 *
 * @since 0.1
 */
public final class Sneaky {
  private Sneaky() {}

  /** Throws the error itself; has a return type, so that {@code throw} can precede a call. */
  public static RuntimeException raise(Throwable error) {
    throw Sneaky.<RuntimeException>as(error);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <X extends Throwable> X as(Throwable error) throws X {
    throw (X) error;
  }
}
