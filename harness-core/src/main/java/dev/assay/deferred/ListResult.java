// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link DeferredList} fires with: every outcome, or the first value.
 *
 * @since 0.1
 */
public sealed interface ListResult<T extends @Nullable Object>
    permits Indexed, ListResult.Outcomes {

  /**
   * How each of the Deferreds ended, in the order in which they were given.
   *
   * @since 0.1
   */
  record Outcomes<T extends @Nullable Object>(List<Outcome<T>> list) implements ListResult<T> {
    /** Copies the list. */
    public Outcomes {
      list = List.copyOf(list);
    }
  }
}
