// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

/** A way to throw a failure of any type from a method that declares {@code Exception}. */
final class Sneaky {
  private Sneaky() {}

  /**
   * Throws the error itself. Declared to return, so that the compiler knows that the code ends
   * here.
   */
  static RuntimeException thrown(Throwable error) {
    throw Sneaky.<RuntimeException>as(error);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <X extends Throwable> X as(Throwable error) throws X {
    throw (X) error;
  }
}
