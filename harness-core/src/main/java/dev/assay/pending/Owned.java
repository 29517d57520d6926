// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

import org.jspecify.annotations.Nullable;

/**
 * A thing of a trial, and the thread that may use it; any other may only look at it.
 *
 * <p>What the trial's own thread makes is for that thread. What another thread of the trial makes
 * is for that one until the trial's uses it, or until it has ended and another uses it: from then
 * on, it is theirs.
 *
 * @since 0.1
 */
public abstract sealed class Owned permits LedgerEntry, Belonging {
  private final Ledger ledger;
  private final Site site;

  /** The thread that may use this, or null if that is the trial's own. */
  private volatile @Nullable Thread user;

  Owned(Ledger ledger, Site site) {
    this.ledger = ledger;
    this.site = site;
    this.user = ledger.maker();
  }

  /** Returns the ledger of the trial that this belongs to. */
  public final Ledger ledger() {
    return ledger;
  }

  /** Returns the line of user code that made this. */
  public final Site site() {
    return site;
  }

  /** Returns a name that is the same in every equal run, such as {@code Deferred#3 (pong)}. */
  public abstract String name();

  /** Returns whether the trial's own thread may use this. */
  final boolean isOfTrial() {
    return user == null;
  }

  /**
   * Refuses this thread if it may not use this; the trial is told.
   *
   * @param what what it wants to do with this, such as {@code fire}
   * @throws IllegalStateException if it may not
   */
  public final void checkThread(String what) {
    Thread holder = user;
    boolean held = holder == null ? !ledger.isForeign() : holder.equals(CurrentWork.thread());
    if (!held && !ledger.isClosed()) {
      user = takeOver(holder, what);
    }
  }

  /** Lets this thread have what another has made, or refuses it; returns whose it is then. */
  private @Nullable Thread takeOver(@Nullable Thread holder, String what) {
    Thread next = ledger.maker();
    if (holder == null || (next != null && holder.isAlive())) {
      throw ForeignUse.refuse(ledger, holder, what, this);
    }
    return next;
  }

  /** Refuses this thread as {@link #checkThread} does, unless it runs another trial. */
  public final void checkThreadOfTrial(String what) {
    Ledger bound = CurrentWork.bound();
    if (bound == null || bound.equals(ledger)) {
      checkThread(what);
    }
  }
}
