// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a trial has made and not settled, in order of birth.
 *
 * <p>A ledger belongs to one trial and to the thread that runs it. Code that makes things is handed
 * the ledger or finds it by {@link #current()}; outside a trial there is none, and nothing is
 * recorded. Opening and settling take constant time, and a trial that makes nothing pays nothing.
 *
 * @since 0.1
 */
public final class Ledger implements AutoCloseable {
  private final Map<PendingKind, Integer> numbers = new EnumMap<>(PendingKind.class);
  private final NavigableMap<Long, Runnable> onClose = new TreeMap<>();
  private final List<LedgerListener> listeners = new ArrayList<>(1);
  private @Nullable LongSupplier time;
  private String phase = "test";
  private long order;
  private @Nullable LedgerEntry first;
  private @Nullable LedgerEntry last;

  /** Opens a ledger with nothing in it. */
  public Ledger() {}

  /** Returns the ledger bound to this thread, or null outside a trial. */
  public static @Nullable Ledger current() {
    return CurrentWork.ledger();
  }

  /** Makes this the thread's ledger until the binding is closed; bindings nest. */
  public Binding bind() {
    return CurrentWork.bind(this, CurrentWork.thread());
  }

  /** Names the part of the trial that runs from now on: what is born in it says so. */
  public void enterPhase(String phase) {
    this.phase = phase;
  }

  /** Tells virtual time from now on, unless another clock does: what is born says when. */
  public void tellTimeBy(LongSupplier nanos) {
    if (time == null) {
      time = nanos;
    }
  }

  /** Tells a listener, from now on, of all that is born, fired and settled. */
  public void listen(LedgerListener listener) {
    listeners.add(listener);
  }

  /** Returns what is open now, in order of birth. */
  public List<Pending> snapshot() {
    List<LedgerEntry> open = new ArrayList<>();
    for (LedgerEntry entry = first; entry != null; entry = entry.next) {
      open.add(entry);
    }
    open.sort(Comparator.comparingLong(LedgerEntry::order));
    return open.stream().map(LedgerEntry::freeze).toList();
  }

  /**
   * Takes an error that nobody else can be told; it stays open until it is flushed.
   *
   * @param what what failed, such as {@code canceller of Deferred#2}
   * @return its entry, to be settled if somebody is told after all
   */
  public LedgerEntry logError(String what, Throwable error) {
    LoggedError logged = new LoggedError(this, what, error);
    logged.open();
    return logged;
  }

  /** Settles and returns the logged errors of a type, in the order in which they were logged. */
  public <X extends Throwable> List<X> flushLoggedErrors(Class<X> type) {
    List<X> flushed = new ArrayList<>();
    for (LedgerEntry entry = first; entry != null; ) {
      LedgerEntry following = entry.next;
      if (entry instanceof LoggedError logged && type.isInstance(logged.error())) {
        flushed.add(type.cast(logged.error()));
        logged.settle();
      }
      entry = following;
    }
    return flushed;
  }

  /**
   * Runs an action when the trial ends, to free what cannot be left to the garbage collector. The
   * binding that is returned is closed if the action is not needed any more.
   */
  public Binding onClose(Runnable action) {
    long key = nextOrder();
    onClose.put(key, action);
    return () -> onClose.remove(key);
  }

  /**
   * Ends the trial: runs what {@link #onClose} was given, last first, and forgets it. What an
   * action throws is logged here, and the others run. Entries stay, to be read by {@link
   * #snapshot()}.
   */
  @Override
  public void close() {
    while (!onClose.isEmpty()) {
      runAtEnd(onClose.pollLastEntry().getValue());
    }
  }

  private void runAtEnd(Runnable action) {
    try {
      action.run();
    } catch (Throwable error) {
      logError("action at the end of the trial", error);
    }
  }

  String phase() {
    return phase;
  }

  long nanos() {
    return time == null ? 0 : time.getAsLong();
  }

  long nextOrder() {
    return order++;
  }

  int nextNumber(PendingKind kind) {
    return numbers.merge(kind, 1, Integer::sum);
  }

  void open(LedgerEntry entry) {
    if (entry.open) {
      return;
    }
    entry.open = true;
    entry.previous = last;
    if (last == null) {
      first = entry;
    } else {
      last.next = entry;
    }
    last = entry;
    for (int i = 0; i < listeners.size(); i++) {
      listeners.get(i).opened(entry, entry.kind());
    }
  }

  void fired(LedgerEntry entry, @Nullable Throwable failure) {
    for (int i = 0; i < listeners.size(); i++) {
      listeners.get(i).fired(entry, failure);
    }
  }

  void settle(LedgerEntry entry) {
    if (!entry.open) {
      return;
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
    for (int i = 0; i < listeners.size(); i++) {
      listeners.get(i).settled(entry, entry.kind());
    }
  }

  /**
   * A ledger's hold on a thread, or on an action, until it is closed.
   *
   * @since 0.1
   */
  @FunctionalInterface
  public interface Binding extends AutoCloseable {
    /** Lets go; a thread goes back to the ledger that was bound before, if there was one. */
    @Override
    void close();
  }
}
