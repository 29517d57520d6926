// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import dev.assay.pending.Ledger;
import dev.assay.pending.Pending;
import dev.assay.pending.Site;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A chain with a name, of which a trial keeps a record. */
abstract sealed class WatchedChain extends CallbackChain permits Deferred {
  /** The record that a trial keeps, or the label of a chain created outside a trial. */
  private @Nullable Object identity;

  WatchedChain() {
    Ledger ledger = Ledger.current();
    if (ledger != null) {
      Site site = Site.here();
      if (!site.isInInitialiser(ledger)) {
        DeferredRecord watcher = new DeferredRecord(ledger, site, this);
        watcher.open();
        identity = watcher;
      }
    }
  }

  /**
   * Returns the line in a trial's ledger for this, open or settled; empty outside a trial. If the trial of the calling thread has callbacks that wait on a Deferred of another trial, it is that trial's own line for them.
   */
  public final Optional<Pending> ledgerLine() {
    Ledger current = Ledger.current();
    GuestRecord guest = current == null || current == ledger() ? null : guestOf(current);
    if (guest != null) {
      return Optional.of(guest.freeze());
    }
    return Optional.ofNullable(watcher()).map(DeferredRecord::freeze);
  }

  /** Returns the record that a trial keeps of this, or null outside a trial. */
  final @Nullable DeferredRecord watcher() {
    return identity instanceof DeferredRecord watcher ? watcher : null;
  }

  @Override
  final @Nullable Ledger ledger() {
    DeferredRecord watcher = watcher();
    return watcher == null ? null : watcher.ledger();
  }

  /** Returns whether the trial that created this has ended, so nothing can fire it any more. */
  final boolean isOfEndedTrial() {
    DeferredRecord watcher = watcher();
    return watcher != null && watcher.ledger().isClosed();
  }

  /** Returns the user code that created this, in a trial. */
  final @Nullable Site birthplace() {
    DeferredRecord watcher = watcher();
    return watcher == null ? null : watcher.site();
  }

  /** Returns the user code that is running, in a trial. */
  final @Nullable Site site() {
    return watcher() == null ? null : Site.here();
  }

  /** Throws if the calling thread may not do something to this, such as {@code cancel}. */
  final void checkThread(String what) {
    DeferredRecord watcher = watcher();
    if (watcher != null) {
      watcher.checkThreadOfTrial(what);
    }
  }

  final void setLabel(String label) {
    Objects.requireNonNull(label, "label");
    DeferredRecord watcher = watcher();
    if (watcher == null) {
      identity = label;
    } else {
      watcher.label(label);
    }
  }

  final List<CallbackRun> rememberedRuns() {
    DeferredRecord watcher = watcher();
    return watcher == null ? List.of() : watcher.history();
  }

  @Override
  public final String name() {
    DeferredRecord watcher = watcher();
    if (watcher != null) {
      return watcher.name();
    }
    return identity == null ? "Deferred" : "Deferred (" + identity + ")";
  }

  @Override
  final void add(Object level) {
    DeferredRecord watcher = watcher();
    if (watcher != null) {
      if (isUnfired()) {
        watcher.awaits();
      }
      watcher.checkThreadOfTrial("add a callback to");
    }
    Ledger adding = Ledger.current();
    if (adding == null
        || adding == ledger()
        || level instanceof Handover
        || level instanceof Level.Look) {
      super.add(level);
    } else {
      addOfGuest(level, adding);
    }
  }

  /**
   * Adds a level for a trial that did not create this. If that trial added the last level too, they share a record.
   */
  private void addOfGuest(Object level, Ledger adding) {
    GuestRecord record =
        lastLevel() instanceof GuestLevel last && last.guest().ledger() == adding
            ? last.guest()
            : new GuestRecord(adding, Site.here(), this);
    GuestLevel added = new GuestLevel(record, level);
    record.levelAdded();
    super.add(added);
    record.rest();
  }

  @Override
  void fired(@Nullable Object first) {
    DeferredRecord watcher = watcher();
    if (watcher != null) {
      watcher.fired(first);
    }
  }

  @Override
  final AlreadyFiredException alreadyFired(@Nullable Object late) {
    DeferredRecord watcher = watcher();
    return Wording.alreadyFired(this, watcher == null ? null : watcher.firing(), late);
  }

  @Override
  final void ran(Site level, @Nullable Object in, @Nullable Object out) {
    DeferredRecord watcher = watcher();
    if (watcher != null) {
      watcher.ran(level, in, out);
    }
  }

  @Override
  final void rested() {
    DeferredRecord watcher = watcher();
    if (watcher != null) {
      watcher.rested();
    }
  }

  /** Returns name and state, such as {@code Deferred#3 (pong) [unfired, 2 callbacks]}. */
  @Override
  public final String toString() {
    return name() + " [" + Wording.state(this) + "]";
  }
}
