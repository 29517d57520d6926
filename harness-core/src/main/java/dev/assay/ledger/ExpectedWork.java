// SPDX-License-Identifier: Apache-2.0
package dev.assay.ledger;

import dev.assay.pending.Pending;
import java.util.ArrayList;
import java.util.List;

/**
 * Work that a trial has requested from another thread, such as the end of a stage that it made a
 * Deferred of. It is no foreign call if that thread submits it.
 *
 * @since 0.1
 */
public interface ExpectedWork extends Runnable {
  /** Returns how often a trial has requested such work. */
  static long askedFor(Ledger ledger) {
    return ledger.numbers.asked.get();
  }

  /**
   * Returns the open entries of a trial that wait for such work. To be called on the trial's own
   * thread.
   */
  static List<Pending> awaitedIn(Ledger ledger) {
    List<Pending> awaited = new ArrayList<>();
    for (LedgerEntry entry : ledger.entries().all()) {
      if (entry.external()) {
        awaited.add(entry.freeze());
      }
    }
    return awaited;
  }
}
