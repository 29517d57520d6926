// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

/** The way for a failure of any type out of a method that declares {@code Exception}. */
final class Sneaky {
  private Sneaky() {}

  /** Throws the error itself; declared to return, so that the compiler sees an end. */
  static RuntimeException thrown(Throwable error) {
    throw Sneaky.<RuntimeException>as(error);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <X extends Throwable> X as(Throwable error) throws X {
    throw (X) error;
  }
}
