// SPDX-License-Identifier: Apache-2.0
package dev.assay.ledger;

import dev.assay.pending.Site;
import org.jspecify.annotations.Nullable;

/**
 * An object of a trial, and the thread that may use it. Other threads may only read it.
 *
 * <p>What the trial's own thread creates is for that thread. What another thread of the trial
 * creates is for that thread until the trial's own uses it, or until it has ended and another
 * thread uses it; from then on it belongs to the new user.
 *
 * @since 0.1
 */
public abstract sealed class Owned permits LedgerEntry, Belonging {
  private final Ledger ledger;
  private final Site site;

  /** The thread that may use this, or null for the trial's own. */
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

  /** Returns the line of user code that created this. */
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
   * Throws if the calling thread may not use this, and records that for the trial.
   *
   * @param what the action, such as {@code fire}
   * @throws IllegalStateException if the thread may not use this
   */
  public final void checkThread(String what) {
    Thread holder = user;
    boolean held = holder == null ? !ledger.isForeign() : holder.equals(CurrentWork.thread());
    if (!held && !ledger.isClosed()) {
      user = takeOver(holder, what);
    }
  }

  /**
   * Gives this to the calling thread if another has created it, or throws. Returns the new holder.
   */
  private @Nullable Thread takeOver(@Nullable Thread holder, String what) {
    Thread next = ledger.maker();
    if (holder == null || (next != null && holder.isAlive())) {
      throw ForeignUse.refuse(ledger, holder, what, this);
    }
    return next;
  }

  /** Throws as {@link #checkThread} does, unless the calling thread runs another trial. */
  public final void checkThreadOfTrial(String what) {
    Ledger bound = CurrentWork.bound();
    if (bound == null || bound.equals(ledger)) {
      checkThread(what);
    }
  }
}
