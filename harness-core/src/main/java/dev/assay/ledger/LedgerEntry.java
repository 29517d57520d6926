// SPDX-License-Identifier: Apache-2.0
package dev.assay.ledger;

import dev.assay.pending.Cause;
import dev.assay.pending.Pending;
import dev.assay.pending.PendingKind;
import dev.assay.pending.Remedy;
import dev.assay.pending.Site;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An object of a trial, from its creation until it is settled.
 *
 * <p>The code that creates an entry opens it. It may be settled and opened again, as for a Deferred
 * that fires and then fails in a callback. Settling twice, or opening an open entry, has no effect.
 *
 * @since 0.1
 */
public abstract non-sealed class LedgerEntry extends Owned {
  /** The phase of what a thread outside the trial did, at an unknown moment. */
  static final String OUTSIDE = "";

  private final long order;
  private final int number;
  private final @Nullable String thread;
  private final String phase;
  private final long bornAt;
  private final @Nullable Cause cause;
  private @Nullable String label;

  /** The neighbours among the ledger's open entries, maintained by the ledger. */
  @Nullable LedgerEntry previous;

  @Nullable LedgerEntry next;
  boolean open;

  /**
   * Creates an entry.
   *
   * @param kind the kind at creation: entries are numbered within their kind
   * @param site the user code that created the object; the fewer harness calls lie between that
   *     code and {@code Sites.here()}, the cheaper it is
   */
  @SuppressWarnings("this-escape") // it is only compared with the trial's
  protected LedgerEntry(Ledger ledger, PendingKind kind, Site site) {
    this(ledger, kind, site, true);
  }

  /**
   * Creates an entry.
   *
   * @param inTime whether it is created when it happens, rather than when the trial is notified
   */
  LedgerEntry(Ledger ledger, PendingKind kind, Site site, boolean inTime) {
    super(ledger, site);
    if (CurrentWork.isAsking()) {
      throw new IllegalStateException(
          "cannot create or arm anything while a report asks for a text");
    }
    boolean ofTrial = isOfTrial();
    this.order = ledger.numbers.nextInOrder();
    this.number = ofTrial ? ledger.numbers.next(kind) : ledger.numbers.nextOfOthers(kind);
    this.thread = ofTrial ? null : ForeignUse.thisThread();
    this.phase = ofTrial && inTime ? ledger.phase() : OUTSIDE;
    this.bornAt = ledger.nanos();
    this.cause = ofTrial && inTime ? ledger.happening() : null;
  }

  /** Returns the current kind. */
  protected abstract PendingKind kind();

  /** Returns a short text of the current state. */
  protected abstract String detail();

  /** Returns how to avoid that this is left behind, or null for the usual advice of its kind. */
  protected @Nullable Remedy remedy() {
    return null;
  }

  /** Returns the unhandled error, if this is one. */
  protected @Nullable Throwable error() {
    return null;
  }

  /** Returns whether some code waits for this. */
  protected boolean awaited() {
    return true;
  }

  /** Returns whether a thread outside the trial may still bring this to its end. */
  protected boolean external() {
    return false;
  }

  /** Records that a thread outside the trial was asked to bring this to its end. */
  protected final void askedOutside() {
    ledger().numbers.asked.incrementAndGet();
  }

  /** Removes this from the open entries. */
  public final void settle() {
    ledger().entries().settle(this);
  }

  /** Adds this to the open entries. */
  public final void open() {
    ledger().entries().open(this);
  }

  /**
   * Notifies the listeners that this, a Deferred, got its first result.
   *
   * @param failure its failure, or null for a value
   */
  protected final void notifyFired(@Nullable Throwable failure) {
    ledger().entries().fired(this, failure);
  }

  /** Sets a name chosen by the user. */
  public final void label(String label) {
    this.label = label;
  }

  /** Returns the name that the user has chosen, or null. */
  protected final @Nullable String label() {
    return label;
  }

  /**
   * Returns a name that is the same in every equal run, such as {@code Deferred#3 (pong)}. Objects
   * created by another thread are numbered separately, and their names contain that thread.
   */
  @Override
  public final String name() {
    String plain = kind().typeName() + "#" + number;
    String named = label == null ? plain : plain + " (" + label + ")";
    return thread == null ? named : named + " of " + thread;
  }

  /** Returns whether the listeners of the trial are notified of this. */
  final boolean isReported() {
    return thread == null;
  }

  final long order() {
    return order;
  }

  /** Returns an immutable line of the ledger with the present state. */
  public final Pending freeze() {
    return new Pending(
        kind(),
        name(),
        detail(),
        awaited(),
        site(),
        phase,
        Duration.ofNanos(bornAt),
        cause,
        remedy(),
        error(),
        new Identity(ledger().identity, order));
  }

  /** The identity of an entry, which does not keep the entry in memory. */
  private record Identity(Object ledger, long order) {}

  /** Returns the name. */
  @Override
  public final String toString() {
    return name();
  }
}
