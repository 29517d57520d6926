// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a trial has made and not settled, in order of birth.
 *
 * <p>A ledger belongs to one trial and to the thread that runs it; other threads that do work of
 * the trial may open and settle entries as well. Code that makes things is handed the ledger or
 * finds it by {@link #current()}; outside a trial there is none, and nothing is recorded. Opening
 * and settling take constant time, and a trial that makes nothing pays nothing.
 *
 * @since 0.1
 */
public final class Ledger implements AutoCloseable {
  final Numbers numbers = new Numbers();
  private final OpenEntries entries = new OpenEntries();
  private final OnClose onClose = new OnClose();
  private final List<Steppable> steppables = new CopyOnWriteArrayList<>();
  private final List<Lent> lent = new CopyOnWriteArrayList<>();
  private final List<Steppable> allSteppables = Collections.unmodifiableList(steppables);
  private final AtomicLong progress = new AtomicLong();
  private final Births births = new Births();
  final ForeignNotes foreign = new ForeignNotes();
  final Refusals refusals = new Refusals();
  final Object identity = new Object(); // tells this from other ledgers without holding on to it

  private volatile @Nullable Thread thread; // that runs the trial, once one does
  private volatile @Nullable Thread standIn;
  private volatile boolean closed;
  private @Nullable Supplier<Cause> happening;
  private @Nullable Cause cause;
  private volatile @Nullable TrialCode code;
  private String phase = "test";

  /** Opens a ledger with nothing in it. */
  public Ledger() {}

  /**
   * Returns the ledger of the trial whose work this thread does, or null outside a trial. It is the
   * one that is bound to the thread or, if none is, that of the trial whose code is on the stack or
   * that has made the thread, as long as it goes on.
   */
  public static @Nullable Ledger current() {
    return CurrentWork.ledger();
  }

  /** Returns the ledger that is bound to this thread, or null if the thread runs no trial. */
  public static @Nullable Ledger bound() {
    return CurrentWork.bound();
  }

  /**
   * Says that the trial is over for all but those who ask what is left: nobody runs it any more.
   */
  public void abandon() {
    CurrentWork.end(this);
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

  /**
   * Takes in what can move the trial on; the first that is taken in tells what is born when. What
   * another thread has made is taken in when the trial's own takes it over, or that thread has
   * ended.
   */
  public void adopt(Steppable steppable) {
    Thread maker = maker();
    if (maker != null) {
      lent.add(new Lent(steppable, maker));
    } else if (!steppables.contains(steppable)) {
      lent.removeIf(some -> some.steppable.equals(steppable));
      steppables.add(steppable);
    }
  }

  /** Returns what can move the trial on, in the order in which it was made. */
  public List<Steppable> steppables() {
    for (Lent some : lent) {
      if (maker() == null && !some.maker.isAlive()) {
        adopt(some.steppable);
      }
    }
    return allSteppables;
  }

  /**
   * Says what happens from now on.
   *
   * @param current the call or event that begins, or null for none; what happens on another thread
   *     is not told
   * @return what was said before
   */
  public @Nullable Supplier<Cause> happens(@Nullable Supplier<Cause> current) {
    if (isForeign()) {
      return null;
    }
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
    if (maker() == null) {
      standIn = worker;
    }
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
   * If the thread does the work of another trial, that one has it to its account.
   *
   * @param what what it did, such as {@code tried to fire Deferred#2}
   */
  public void foreignCall(String what) {
    ForeignUse.report(this, what);
  }

  /** Returns whether this thread does work that is not that of the trial's own. */
  public boolean isForeign() {
    return maker() != null;
  }

  /** Returns the thread that makes what is made here and now: null if it is the trial's own. */
  @Nullable Thread maker() {
    Thread own = thread;
    Thread here = CurrentWork.thread();
    return own == null || (own.equals(here) && !Asking.isHere()) ? null : here;
  }

  /** Returns the trial's own thread, once one has run a part of it. */
  @Nullable Thread thread() {
    return thread;
  }

  /** Says which code the trial runs. */
  void runs(TrialCode trialCode) {
    code = trialCode;
    CurrentWork.begin(this);
  }

  @Nullable TrialCode code() {
    return code;
  }

  /** Returns the threads that the trial has made. */
  public Births births() {
    return births;
  }

  /** Returns whether the trial has ended. */
  public boolean isClosed() {
    return closed;
  }

  /** Tells a listener, from now on, of all that is born, fired and settled. */
  public void listen(LedgerListener listener) {
    entries.listen(listener);
  }

  /** Returns what is open now, in order of birth. */
  public List<Pending> snapshot() {
    foreign.takeIn(this);
    return entries.byBirth().stream().map(LedgerEntry::freeze).toList();
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
    return flushErrors(type::isInstance, type::isInstance).stream().map(type::cast).toList();
  }

  /** Settles and returns unhandled errors that a filter takes, and refusals that another takes. */
  public List<Throwable> flushErrors(
      Predicate<? super Throwable> filter, Predicate<? super Throwable> refused) {
    foreign.takeIn(this);
    List<Throwable> flushed = new ArrayList<>();
    for (LedgerEntry entry : entries.all()) {
      Throwable error = entry.error();
      if (error != null && filter.test(error)) {
        flushed.add(error);
        entry.settle();
      }
    }
    return refusals.flush(refused, flushed);
  }

  /**
   * Runs an action when the trial ends, to free what cannot be left to the garbage collector. The
   * binding that is returned is closed if the action is not needed any more.
   */
  public Binding onClose(Runnable action) {
    return onClose.add(action);
  }

  /**
   * Ends the trial: runs what {@link #onClose} was given, last first, and forgets it. What an
   * action throws is logged here, and the others run. {@link #snapshot()} tells what is left.
   */
  @Override
  public void close() {
    onClose.run(error -> logError("action at the end of the trial", error));
    closed = true;
    CurrentWork.end(this);
  }

  String phase() {
    return phase;
  }

  long nanos() {
    return steppables.isEmpty() ? 0 : steppables.get(0).nanos();
  }

  OpenEntries entries() {
    return entries;
  }

  /** What can move time on that another thread of the trial has made. */
  private record Lent(Steppable steppable, Thread maker) {}

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
