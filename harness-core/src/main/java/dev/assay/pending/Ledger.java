// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
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
  private final List<Steppable> steppables = new ArrayList<>(1);
  private final List<Steppable> allSteppables = Collections.unmodifiableList(steppables);
  private final AtomicLong progress = new AtomicLong();
  final ForeignNotes foreign = new ForeignNotes();

  private volatile @Nullable Thread thread; // that runs the trial, once one does
  private volatile @Nullable Thread standIn;
  private volatile boolean closed;
  private @Nullable Supplier<Cause> happening;
  private @Nullable Cause cause;
  private String phase = "test";
  private long order;
  @Nullable LedgerEntry first;
  private @Nullable LedgerEntry last;

  /** Opens a ledger with nothing in it. */
  public Ledger() {}

  /** Returns the ledger bound to this thread, or null outside a trial. */
  public static @Nullable Ledger current() {
    return CurrentWork.ledger();
  }

  /** Makes this the thread's ledger until the binding is closed; bindings nest. */
  public Binding bind() {
    Thread bound = CurrentWork.thread();
    thread = bound;
    return CurrentWork.bind(this, bound);
  }

  /** Names the part of the trial that runs from now on: what is born in it says so. */
  public void enterPhase(String phase) {
    this.phase = phase;
  }

  /** Takes in what can move the trial on; the first that is taken in tells what is born when. */
  public void adopt(Steppable steppable) {
    steppables.add(steppable);
  }

  /** Returns what can move the trial on, in the order in which it was made. */
  public List<Steppable> steppables() {
    return allSteppables;
  }

  /**
   * Says what happens from now on.
   *
   * @param current the call or event that begins, or null for none
   * @return what was said before
   */
  public @Nullable Supplier<Cause> happens(@Nullable Supplier<Cause> current) {
    Supplier<Cause> before = happening;
    happening = current;
    cause = null;
    return before;
  }

  /** Returns what is happening, as the cause of what is born now, or null if nothing is. */
  public @Nullable Cause happening() {
    if (cause == null && happening != null) {
      cause = happening.get();
    }
    return cause;
  }

  /** Returns what has been happening since {@link #progress()} last changed; any thread may ask. */
  public @Nullable Cause glance() {
    Supplier<Cause> current = happening;
    return current == null ? null : current.get();
  }

  /** Says which thread stands in for the trial's own now, or null; returns what was said before. */
  public @Nullable Thread handOver(@Nullable Thread worker) {
    Thread before = standIn;
    standIn = worker;
    return before;
  }

  /** Returns the thread that stands in for the trial's own now, or null; any thread may ask. */
  public @Nullable Thread standIn() {
    return standIn;
  }

  /** Says that the trial has moved on: something has happened in it. */
  public void progressed() {
    progress.lazySet(progress.getPlain() + 1);
  }

  /** Returns a number that changes with whatever happens; any thread may ask. */
  public long progress() {
    return progress.get();
  }

  /**
   * Takes down, on any thread, that this one, which is not the trial's, has brought work into it.
   *
   * @param what what it did, such as {@code tried to fire Deferred#2}
   */
  public void foreignCall(String what) {
    foreign.add(Site.here(), "thread " + Thread.currentThread().getName() + " " + what);
  }

  /** Returns whether this thread does work that is not the trial's. */
  public boolean isForeign() {
    Thread own = thread;
    return own != null && !own.equals(CurrentWork.thread());
  }

  /** Returns whether the trial has ended. */
  public boolean isClosed() {
    return closed;
  }

  /** Tells a listener, from now on, of all that is born, fired and settled. */
  public void listen(LedgerListener listener) {
    listeners.add(listener);
  }

  /** Returns what is open now, in order of birth. */
  public List<Pending> snapshot() {
    foreign.takeIn(this);
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

  /**
   * Settles and returns the errors of a type that nobody has handled, in the order in which they
   * came: those that were logged, and the unhandled failures of Deferreds.
   */
  public <X extends Throwable> List<X> flushLoggedErrors(Class<X> type) {
    return flushErrors(type::isInstance).stream().map(type::cast).toList();
  }

  /** Settles and returns the errors that nobody has handled and that a filter takes. */
  public List<Throwable> flushErrors(Predicate<? super Throwable> filter) {
    foreign.takeIn(this);
    List<Throwable> flushed = new ArrayList<>();
    for (LedgerEntry entry = first; entry != null; ) {
      LedgerEntry following = entry.next;
      Throwable error = entry.error();
      if (error != null && filter.test(error)) {
        flushed.add(error);
        entry.settle();
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
   * action throws is logged here, and the others run. {@link #snapshot()} tells what is left.
   */
  @Override
  public void close() {
    while (!onClose.isEmpty()) {
      runAtEnd(onClose.pollLastEntry().getValue());
    }
    closed = true;
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
    return steppables.isEmpty() ? 0 : steppables.get(0).nanos();
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
