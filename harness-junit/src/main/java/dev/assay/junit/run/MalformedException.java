// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.run;

import org.jspecify.annotations.Nullable;

/**
 * Thrown if the settings of a trial cannot be read from its annotations.
 *
 * @since 0.1
 */
public final class MalformedException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient Malformed malformed;

  MalformedException(Malformed malformed, @Nullable Throwable cause) {
    super(malformed.problem(), cause);
    this.malformed = malformed;
  }

  /** Returns the problem with the annotations. */
  public Malformed malformed() {
    return malformed;
  }
}
