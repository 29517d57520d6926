// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import dev.assay.pending.AfterEnd;
import dev.assay.pending.Display;
import dev.assay.pending.Ledger;
import dev.assay.pending.LedgerEntry;
import dev.assay.pending.PendingKind;
import dev.assay.pending.Site;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a trial knows of a Deferred: its birth, who fired it, and what its levels did of late. */
final class DeferredRecord extends LedgerEntry {
  private static final int REMEMBERED = 16;

  private final CallbackChain chain;
  private @Nullable Site firedAt;

  /** What stands for this in the trial that has used it last, after the end of its own. */
  private @Nullable DeferredRecord later;

  private @Nullable Object firedWith;
  private @Nullable ArrayDeque<CallbackRun> history;

  DeferredRecord(Ledger ledger, Site site, CallbackChain chain) {
    super(ledger, PendingKind.DEFERRED, site);
    this.chain = chain;
  }

  /** Takes note of a first result, before it takes effect; refuses one that comes from outside. */
  void fired(@Nullable Object first) {
    if (ledger().isClosed()) {
      throw AfterEnd.refuse(ledger(), "fire " + name(), Wording.trialOf(name(), site()));
    }
    if (ledger().isForeign()) {
      ledger().foreignCall("tried to fire " + name());
      throw Wording.firedByForeignThread(name());
    }
    firedAt = Site.here();
    firedWith = first;
    tellFired(first instanceof Failed failed ? failed.error : null);
  }

  /** Refuses a callback that nobody would ever run: what a trial leaves unfired is never fired. */
  void awaits() {
    if (ledger().isClosed()) {
      throw AfterEnd.refuse(
          ledger(), "add a callback to " + name(), Wording.trialOf(name(), site()));
    }
  }

  /** Opens or settles the entry, now that the chain has done what can be done. */
  void rested() {
    if (ledger().isClosed()) {
      restedLate();
    } else {
      rest();
    }
  }

  /**
   * Tells another trial, whose callback has failed, if this outlives its own: a result that is
   * there may be shared.
   */
  private void restedLate() {
    Ledger current = Ledger.current();
    if (later != null && later.ledger() != current) {
      later = null;
    }
    if (later == null && current != null && current != ledger() && chain.hasUnhandledFailure()) {
      later = new DeferredRecord(current, Site.here(), chain);
    }
    if (later != null) {
      later.rest();
    }
  }

  private void rest() {
    if (chain.hasUnhandledFailure()
        || chain.isWaiting()
        || chain.pauses() > 0
        || chain.hasLevels()) {
      open();
    } else {
      settle();
    }
  }

  /** Returns {@code already fired with 3 at Pinger.java:20 in onPong}, or null if born so. */
  @Nullable String firing() {
    return firedAt == null
        ? null
        : "already fired with " + Display.of(firedWith) + " at " + firedAt;
  }

  void ran(Site level, @Nullable Object in, @Nullable Object out) {
    if (history == null) {
      history = new ArrayDeque<>(REMEMBERED);
    } else if (history.size() == REMEMBERED) {
      history.removeFirst();
    }
    Object text = out instanceof CallbackChain inner ? inner.name() : out;
    history.addLast(new CallbackRun(level, in, text));
  }

  List<CallbackRun> history() {
    return history == null ? List.of() : List.copyOf(history);
  }

  @Override
  protected PendingKind kind() {
    return chain.hasUnhandledFailure() ? PendingKind.UNHANDLED_FAILURE : PendingKind.DEFERRED;
  }

  @Override
  protected @Nullable Throwable error() {
    return chain.hasUnhandledFailure() && chain.result() instanceof Failed failed
        ? failed.error
        : null;
  }

  @Override
  protected String detail() {
    return Wording.state(chain);
  }

  @Override
  protected boolean awaited() {
    return chain.hasUnhandledFailure() || chain.hasLevels() || !chain.isUnfired();
  }
}
