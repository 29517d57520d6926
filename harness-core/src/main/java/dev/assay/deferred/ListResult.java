// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of a {@link DeferredList}: every outcome, or the first value. */
sealed interface ListResult<T extends @Nullable Object> {
  /** Returns every outcome. Only for a list that does not fire with the first value. */
  default List<Outcome<T>> outcomes() {
    throw new IllegalStateException("there is the first value only: " + this);
  }

  /** The outcome of each Deferred, in the order in which they were given. */
  record Outcomes<T extends @Nullable Object>(List<Outcome<T>> outcomes) implements ListResult<T> {
    public Outcomes {
      outcomes = List.copyOf(outcomes);
    }
  }

  /** The first value. */
  record First<T extends @Nullable Object>(Indexed<T> value) implements ListResult<T> {}
}
