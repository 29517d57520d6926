// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import dev.assay.pending.Display;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The result of a chain whose last level failed. A wrapper, because a Throwable may be a value. */
final class Failed {
  final Throwable error;

  /** Whether somebody was shown this failure, so that it need not be reported again. */
  boolean seen;

  Failed(Throwable error) {
    this.error = Objects.requireNonNull(error, "error");
  }

  /** Returns a result as another chain gets it: nobody has seen it there. */
  static @Nullable Object unseen(@Nullable Object result) {
    return result instanceof Failed failed && failed.seen ? new Failed(failed.error) : result;
  }

  @Override
  public String toString() {
    return Display.of(error);
  }
}
