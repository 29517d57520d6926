// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

import org.jspecify.annotations.Nullable;

/**
 * What is told, as it happens, of everything that a trial makes and settles.
 *
 * <p>It must not touch what it is told of, and must not throw.
 *
 * @since 0.1
 */
public interface LedgerListener {
  /**
   * Is told that an entry was born, or is open again.
   *
   * @param kind what it is now
   */
  void opened(LedgerEntry entry, PendingKind kind);

  /**
   * Is told that a Deferred got its first result.
   *
   * @param failure the failure that it got, or null if it got a value
   */
  void fired(LedgerEntry deferred, @Nullable Throwable failure);

  /**
   * Is told that an entry was settled.
   *
   * @param kind what it was
   */
  void settled(LedgerEntry entry, PendingKind kind);
}
