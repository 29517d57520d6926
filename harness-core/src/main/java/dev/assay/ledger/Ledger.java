// SPDX-License-Identifier: Apache-2.0
package dev.assay.ledger;

import dev.assay.pending.Cause;
import dev.assay.pending.Pending;
import dev.assay.stack.TrialCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a trial has created and not settled, in order of creation.
 *
 * <p>A ledger belongs to one trial and to the thread that runs it. Other threads that do work of
 * the trial may open and settle entries as well. Code that creates objects is given the ledger or
 * finds it by {@link #current()}; outside a trial there is none, and nothing is recorded. Opening
 * and settling take constant time, and a trial that creates nothing has no cost.
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
  final ForeignReports foreign = new ForeignReports();
  final Refusals refusals = new Refusals();
  final Object identity = new Object(); // identifies this ledger without keeping it in memory

  private volatile @Nullable Thread thread; // the thread that runs the trial, once there is one
  private volatile @Nullable Thread substitute;
  private volatile boolean closed;
  private @Nullable Supplier<Cause> happening;
  private @Nullable Cause cause;
  private volatile @Nullable TrialCode code;
  private volatile @Nullable Asker asker;
  private String phase = "test";

  /** Opens an empty ledger. */
  public Ledger() {}

  /**
   * Returns the ledger of the trial whose work this thread does, or null outside a trial. It is the
   * ledger bound to the thread. If none is bound, it is that of the trial whose code is on the
   * stack or that has created the thread, as long as that trial runs.
   */
  public static @Nullable Ledger current() {
    return CurrentWork.ledger();
  }

  /** Returns the ledger that is bound to this thread, or null if the thread runs no trial. */
  public static @Nullable Ledger bound() {
    return CurrentWork.bound();
  }

  /**
   * Declares that the trial is over: no code runs it any more, except the code that asks what is
   * left.
   */
  public void abandon() {
    CurrentWork.end(this);
  }

  /** Binds this ledger to the calling thread until the binding is closed. Bindings nest. */
  public Binding bind() {
    Thread bound = CurrentWork.thread();
    thread = bound;
    return CurrentWork.actFor(bound, this);
  }

  /** Sets how users' objects are asked for their texts while this is bound to the thread. */
  public void asker(Asker asker) {
    this.asker = asker;
  }

  @Nullable Asker asker() {
    return asker;
  }

  /** Names the part of the trial that runs from now on. Entries created in it have this phase. */
  public void enterPhase(String phase) {
    this.phase = phase;
  }

  /**
   * Adds an object that can move the trial's time. The first one that is added provides the time of
   * entries. One that another thread created is added when the trial's own thread takes it over, or
   * when that thread has ended.
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

  /** Returns the objects that can move the trial's time, in order of creation. */
  public List<Steppable> steppables() {
    for (Lent some : lent) {
      if (maker() == null && !some.maker.isAlive()) {
        adopt(some.steppable);
      }
    }
    return allSteppables;
  }

  /**
   * Sets what happens from now on.
   *
   * @param current the call or event that begins, or null for none; ignored on other threads
   * @return the previous value
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

  /** Returns what is happening, as the cause of entries created now, or null. */
  public @Nullable Cause happening() {
    if (cause == null && happening != null) {
      cause = happening.get();
    }
    return cause;
  }

  /** Returns what has been happening since {@link #progress()} last changed. Any thread may ask. */
  public @Nullable Cause peekHappening() {
    Supplier<Cause> current = happening;
    return current == null ? null : current.get();
  }

  /**
   * Sets the thread that acts for the trial's own from now on, or null. Returns the previous one.
   */
  public @Nullable Thread handOver(@Nullable Thread worker) {
    Thread before = substitute;
    if (maker() == null) {
      substitute = worker;
    }
    return before;
  }

  /** Returns the thread that acts for the trial's own now, or null. Any thread may ask. */
  public @Nullable Thread substitute() {
    return substitute;
  }

  /** Records that the trial has made progress: something has happened in it. */
  public void progressed() {
    progress.lazySet(progress.getPlain() + 1);
  }

  /** Returns a number that changes with every event. Any thread may ask. */
  public long progress() {
    return progress.get();
  }

  /**
   * Records that this thread, which is not the trial's, has brought work into the trial. If the
   * thread does the work of another trial, it is recorded there. To be called on any thread.
   *
   * @param what what the thread did, such as {@code tried to fire Deferred#2}
   */
  public void foreignCall(String what) {
    ForeignUse.report(this, what);
  }

  /** Returns whether this thread does work that is not that of the trial's own thread. */
  public boolean isForeign() {
    return maker() != null;
  }

  /** Returns the thread that creates what is created here and now; null for the trial's own. */
  @Nullable Thread maker() {
    Thread own = thread;
    Thread here = CurrentWork.thread();
    return own == null || (own.equals(here) && !CurrentWork.isAsking()) ? null : here;
  }

  /** Returns the trial's own thread, once one has run a part of it. */
  @Nullable Thread thread() {
    return thread;
  }

  /** Declares which code the trial runs. */
  public void runs(TrialCode trialCode) {
    code = trialCode;
    CurrentWork.begin(this);
  }

  /** Returns the code that the trial runs, or null if it was not declared. */
  public @Nullable TrialCode code() {
    return code;
  }

  /** Returns the threads that the trial has created. */
  public Births births() {
    return births;
  }

  /** Returns whether the trial has ended. */
  public boolean isClosed() {
    return closed;
  }

  /** Notifies a listener, from now on, of everything that is opened, fired and settled. */
  public void listen(LedgerListener listener) {
    entries.listen(listener);
  }

  /** Returns the open entries, in order of creation. */
  public List<Pending> snapshot() {
    foreign.collect(this);
    return entries.byBirth().stream().map(LedgerEntry::freeze).toList();
  }

  /**
   * Records an error that cannot be reported to anyone else. It stays open until it is flushed.
   *
   * @param what what failed, such as {@code canceller of Deferred#2}
   * @return its entry, to be settled if the error is reported after all
   */
  public LedgerEntry logError(String what, Throwable error) {
    LoggedError logged = new LoggedError(this, what, error);
    logged.open();
    return logged;
  }

  /**
   * Settles and returns the unhandled errors of a type, in the order in which they came: those that
   * were logged, and the unhandled failures of Deferreds.
   */
  public <X extends Throwable> List<X> flushLoggedErrors(Class<X> type) {
    return flushErrors(type::isInstance, type::isInstance).stream().map(type::cast).toList();
  }

  /**
   * Settles and returns the unhandled errors that match a filter, and the refusals that match
   * another.
   */
  public List<Throwable> flushErrors(
      Predicate<? super Throwable> filter, Predicate<? super Throwable> refused) {
    foreign.collect(this);
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
   * Registers an action that runs when the trial ends, to free what the garbage collector cannot.
   * Close the returned binding if the action is not needed any more.
   */
  public Binding onClose(Runnable action) {
    return onClose.add(action);
  }

  /**
   * Ends the trial: runs the actions registered by {@link #onClose}, last first, and forgets them.
   * What an action throws is logged here, and the others still run. {@link #snapshot()} returns
   * what is left.
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

  /** An object that can move time, created by another thread of the trial. */
  private record Lent(Steppable steppable, Thread maker) {}

  /**
   * A ledger's hold on a thread, or on an action, until it is closed.
   *
   * @since 0.1
   */
  @FunctionalInterface
  public interface Binding extends AutoCloseable {
    /** Ends the hold. A thread is bound again to the ledger that was bound before, if any. */
    @Override
    void close();
  }
}
