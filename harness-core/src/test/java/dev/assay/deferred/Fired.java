// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What Deferreds have fired with. */
public final class Fired {
  private Fired() {}

  /** Returns the value, which is not null. */
  public static <T> T success(Deferred<T> deferred) {
    if (deferred.state() instanceof Outcome.Success<T> succeeded) {
      return Objects.requireNonNull(succeeded.value());
    }
    throw new AssertionError(deferred + " has no value");
  }

  /** Returns the failure, and counts it as handled. */
  public static Throwable failure(Deferred<?> deferred) {
    if (deferred.state() instanceof Outcome.Failure<?> failed) {
      deferred.<@Nullable Object>addBoth(outcome -> null);
      return failed.error();
    }
    throw new AssertionError(deferred + " has not failed");
  }
}
