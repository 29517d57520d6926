// SPDX-License-Identifier: Apache-2.0
package dev.assay.ledger;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A way to ask users' objects for their texts that gives up on one that does not answer.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Asker {
  /** Returns an answer, or null if there is none in time. */
  @Nullable String ask(Supplier<String> question);
}
