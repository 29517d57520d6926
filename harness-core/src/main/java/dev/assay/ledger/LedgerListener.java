// SPDX-License-Identifier: Apache-2.0
package dev.assay.ledger;

import dev.assay.pending.PendingKind;
import org.jspecify.annotations.Nullable;

/**
 * A listener for everything that a trial creates and settles, at the time.
 *
 * <p>It must not use the entries that it is given, and must not throw.
 *
 * @since 0.1
 */
public interface LedgerListener {
  /**
   * Called when an entry is created, or opened again.
   *
   * @param kind its present kind
   */
  void opened(LedgerEntry entry, PendingKind kind);

  /**
   * Called when a Deferred has got its first result.
   *
   * @param failure its failure, or null for a value
   */
  void fired(LedgerEntry deferred, @Nullable Throwable failure);

  /**
   * Called when an entry is settled.
   *
   * @param kind the kind that it had
   */
  void settled(LedgerEntry entry, PendingKind kind);
}
