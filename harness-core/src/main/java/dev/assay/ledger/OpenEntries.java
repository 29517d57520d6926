// SPDX-License-Identifier: Apache-2.0
package dev.assay.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The open entries of a ledger: a linked list that any thread may change. */
final class OpenEntries {
  private final List<LedgerListener> listeners = new ArrayList<>(1);
  private @Nullable LedgerEntry first;
  private @Nullable LedgerEntry last;

  /** Notifies a listener of what the trial's own thread opens, fires and settles from now on. */
  void listen(LedgerListener listener) {
    listeners.add(listener);
  }

  void open(LedgerEntry entry) {
    if (add(entry) && entry.isReported()) {
      for (int i = 0; i < listeners.size(); i++) {
        listeners.get(i).opened(entry, entry.kind());
      }
    }
  }

  void fired(LedgerEntry entry, @Nullable Throwable failure) {
    for (int i = 0; i < listeners.size() && entry.isReported(); i++) {
      listeners.get(i).fired(entry, failure);
    }
  }

  void settle(LedgerEntry entry) {
    if (remove(entry) && entry.isReported()) {
      for (int i = 0; i < listeners.size(); i++) {
        listeners.get(i).settled(entry, entry.kind());
      }
    }
  }

  /** Adds an entry. Returns whether it was absent. */
  private synchronized boolean add(LedgerEntry entry) {
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

  /** Removes an entry. Returns whether it was present. */
  private synchronized boolean remove(LedgerEntry entry) {
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

  /** Returns the open entries, in the order in which they were opened. */
  synchronized List<LedgerEntry> all() {
    List<LedgerEntry> open = new ArrayList<>();
    for (LedgerEntry entry = first; entry != null; entry = entry.next) {
      open.add(entry);
    }
    return open;
  }

  /** Returns the open entries, in order of creation. */
  List<LedgerEntry> byBirth() {
    List<LedgerEntry> open = all();
    open.sort(Comparator.comparingLong(LedgerEntry::order));
    return open;
  }
}
