// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The messages of assertions that fail. */
final class Said {
  private Said() {}

  /** Begins an assertion about what another says, with our lines of code named by the file only. */
  static AbstractStringAssert<?> by(ThrowingCallable assertion) {
    AssertionError failure = catchThrowableOfType(AssertionError.class, assertion);
    String message = requireNonNull(requireNonNull(failure, "it passed").getMessage());
    return assertThat(message.replaceAll("(?<=\\.java):\\d+ in [\\w<>]+", ""));
  }
}
