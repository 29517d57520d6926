// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

import java.util.ArrayList;
import java.util.List;

/**
 * Work that a trial has asked another thread for, such as the end of a stage that it made a
 * Deferred of: that it is handed over by that thread is no foreign call.
 *
 * @since 0.1
 */
public interface ExpectedWork extends Runnable {
  /** Returns how often a trial has asked for such work. */
  static long askedFor(Ledger ledger) {
    return ledger.numbers.asked.get();
  }

  /** Returns what is open in a trial and waits for such work; the trial's own thread may ask. */
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
