// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import dev.assay.ledger.Ledger;
import dev.assay.pending.Pending;
import dev.assay.pending.Site;
import dev.assay.stack.Sites;
import java.lang.StackWalker.StackFrame;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A chain with a name, of which a trial keeps a record. */
abstract sealed class WatchedChain extends CallbackChain permits Deferred {
  /** The record that a trial keeps, or the label of a chain created outside a trial. */
  private @Nullable Object recordOrLabel;

  WatchedChain() {
    Ledger ledger = Ledger.current();
    if (ledger != null) {
      StackFrame frame = Sites.frame();
      if (!Sites.isInInitialiser(frame, ledger.code())) {
        DeferredRecord record = new DeferredRecord(ledger, Site.of(frame), this);
        record.open();
        recordOrLabel = record;
      }
    }
  }

  /**
   * Returns the line in a trial's ledger for this, open or settled; empty outside a trial. If the
   * trial of the calling thread has callbacks that wait on a Deferred of another trial, it is that
   * trial's own line for them.
   */
  public final Optional<Pending> ledgerLine() {
    Ledger current = Ledger.current();
    GuestRecord guest = current == null || current == ledger() ? null : guestOf(current);
    if (guest != null) {
      return Optional.of(guest.freeze());
    }
    return Optional.ofNullable(record()).map(DeferredRecord::freeze);
  }

  /** Returns the record that a trial keeps of this, or null outside a trial. */
  final @Nullable DeferredRecord record() {
    return recordOrLabel instanceof DeferredRecord record ? record : null;
  }

  @Override
  final @Nullable Ledger ledger() {
    DeferredRecord record = record();
    return record == null ? null : record.ledger();
  }

  /** Returns whether the trial that created this has ended, so nothing can fire it any more. */
  final boolean isOfEndedTrial() {
    DeferredRecord record = record();
    return record != null && record.ledger().isClosed();
  }

  /** Returns the user code that created this, in a trial. */
  final @Nullable Site birthplace() {
    DeferredRecord record = record();
    return record == null ? null : record.site();
  }

  /** Returns the user code that is running, in a trial. */
  final @Nullable Site site() {
    return record() == null ? null : Sites.here();
  }

  /** Throws if the calling thread may not do something to this, such as {@code cancel}. */
  final void checkThread(String what) {
    DeferredRecord record = record();
    if (record != null) {
      record.checkThreadOfTrial(what);
    }
  }

  final void setLabel(String label) {
    Objects.requireNonNull(label, "label");
    DeferredRecord record = record();
    if (record == null) {
      recordOrLabel = label;
    } else {
      record.label(label);
    }
  }

  final List<CallbackRun> rememberedRuns() {
    DeferredRecord record = record();
    return record == null ? List.of() : record.history();
  }

  @Override
  public final String name() {
    DeferredRecord record = record();
    if (record != null) {
      return record.name();
    }
    return recordOrLabel == null ? "Deferred" : "Deferred (" + recordOrLabel + ")";
  }

  @Override
  final void add(Object level) {
    DeferredRecord record = record();
    if (record != null) {
      if (isUnfired()) {
        record.checkMayFire();
      }
      record.checkThreadOfTrial("add a callback to");
    }
    Ledger adding = Ledger.current();
    if (adding == null
        || adding == ledger()
        || level instanceof Handover
        || level instanceof Level.Observer) {
      super.add(level);
    } else {
      addOfGuest(level, adding);
    }
  }

  /**
   * Adds a level for a trial that did not create this. If that trial added the last level too, they
   * share a record.
   */
  private void addOfGuest(Object level, Ledger adding) {
    GuestRecord record =
        lastLevel() instanceof GuestLevel last && last.guest().ledger() == adding
            ? last.guest()
            : new GuestRecord(adding, Sites.here(), this);
    GuestLevel added = new GuestLevel(record, level);
    record.levelAdded();
    super.add(added);
    record.update();
  }

  @Override
  void beforeFiring(@Nullable Object first) {
    DeferredRecord record = record();
    if (record != null) {
      record.recordFiring(first);
    }
  }

  @Override
  final AlreadyFiredException alreadyFired(@Nullable Object late) {
    DeferredRecord record = record();
    return Messages.alreadyFired(this, record == null ? null : record.firingText(), late);
  }

  @Override
  final void levelRan(Site level, @Nullable Object in, @Nullable Object out) {
    DeferredRecord record = record();
    if (record != null) {
      record.recordRun(level, in, out);
    }
  }

  @Override
  final void updateRecord() {
    DeferredRecord record = record();
    if (record != null) {
      record.update();
    }
  }

  /** Returns name and state, such as {@code Deferred#3 (pong) [unfired, 2 callbacks]}. */
  @Override
  public final String toString() {
    return name() + " [" + Messages.state(this) + "]";
  }
}
