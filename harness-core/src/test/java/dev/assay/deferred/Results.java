// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;

/** What tests ask of a Deferred that must have ended. */
final class Results {
  private Results() {}

  /** Returns the value that a Deferred holds. */
  static @Nullable Object value(Deferred<?> deferred) {
    assertThat(deferred.state()).as("%s", deferred).isInstanceOf(Outcome.Success.class);
    return ((Outcome.Success<?>) deferred.state()).value();
  }

  /** Returns the failure that a Deferred holds, and leaves it unhandled. */
  static Throwable failure(Deferred<?> deferred) {
    assertThat(deferred.state()).as("%s", deferred).isInstanceOf(Outcome.Failure.class);
    return ((Outcome.Failure<?>) deferred.state()).error();
  }
}
