// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entries of a ledger that are open: a linked list that any thread may change. */
final class OpenEntries {
  private @Nullable LedgerEntry first;
  private @Nullable LedgerEntry last;

  /** Puts an entry in; returns whether it was not there. */
  synchronized boolean add(LedgerEntry entry) {
    if (entry.open) {
      return false;
    }
    entry.open = true;
    entry.previous = last;
    if (last == null) {
      first = entry;
    } else {
      last.next = entry;
    }
    last = entry;
    return true;
  }

  /** Takes an entry out; returns whether it was there. */
  synchronized boolean remove(LedgerEntry entry) {
    if (!entry.open) {
      return false;
    }
    entry.open = false;
    LedgerEntry before = entry.previous;
    LedgerEntry after = entry.next;
    if (before == null) {
      first = after;
    } else {
      before.next = after;
    }
    if (after == null) {
      last = before;
    } else {
      after.previous = before;
    }
    entry.previous = null;
    entry.next = null;
    return true;
  }

  /** Returns what is open now, as it was opened. */
  synchronized List<LedgerEntry> all() {
    List<LedgerEntry> open = new ArrayList<>();
    for (LedgerEntry entry = first; entry != null; entry = entry.next) {
      open.add(entry);
    }
    return open;
  }

  /** Returns what is open now, in order of birth. */
  List<LedgerEntry> byBirth() {
    List<LedgerEntry> open = all();
    open.sort(Comparator.comparingLong(LedgerEntry::order));
    return open;
  }
}
