// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something born in a trial, from its birth until it is settled.
 *
 * <p>Whoever makes an entry opens it. It may be settled and opened again, as that of a Deferred is
 * which fires and then fails in a callback; settling twice, or opening what is open, does nothing.
 *
 * @since 0.1
 */
public abstract non-sealed class LedgerEntry extends Owned {
  /** The phase of what a thread outside the trial did, at a moment that nobody knows. */
  static final String OUTSIDE = "";

  private final long order;
  private final int number;
  private final @Nullable String thread;
  private final String phase;
  private final long bornAt;
  private final @Nullable Cause cause;
  private @Nullable String label;

  /** Neighbours among the ledger's open entries, kept by the ledger. */
  @Nullable LedgerEntry previous;

  @Nullable LedgerEntry next;
  boolean open;

  /**
   * Makes an entry.
   *
   * @param kind what it is at birth: entries are numbered within their kind
   * @param site the user code that made what this stands for; the fewer harness calls lie between
   *     that code and {@link Site#here()}, the less it costs
   */
  @SuppressWarnings("this-escape") // only whether it is the trial's is asked
  protected LedgerEntry(Ledger ledger, PendingKind kind, Site site) {
    this(ledger, kind, site, true);
  }

  /**
   * Makes an entry.
   *
   * @param inTime whether it is made when it happens, and not when the trial hears of it
   */
  LedgerEntry(Ledger ledger, PendingKind kind, Site site, boolean inTime) {
    super(ledger, site);
    Asking.check("make or arm anything");
    boolean ofTrial = isOfTrial();
    this.order = ledger.numbers.nextInOrder();
    this.number = ofTrial ? ledger.numbers.next(kind) : ledger.numbers.nextOfOthers(kind);
    this.thread = ofTrial ? null : ForeignUse.thisThread();
    this.phase = ofTrial && inTime ? ledger.phase() : OUTSIDE;
    this.bornAt = ledger.nanos();
    this.cause = ofTrial && inTime ? ledger.happening() : null;
  }

  /** Returns what this is at the moment. */
  protected abstract PendingKind kind();

  /** Returns what this is doing at the moment, in a few words. */
  protected abstract String detail();

  /** Returns what to do so that this is not left behind, or null for what is true of its kind. */
  protected @Nullable Remedy remedy() {
    return null;
  }

  /** Returns the error that nobody has handled, if this is one. */
  protected @Nullable Throwable error() {
    return null;
  }

  /** Returns whether somebody waits for this. */
  protected boolean awaited() {
    return true;
  }

  /** Returns whether a thread outside the trial may still bring this to its end. */
  protected boolean external() {
    return false;
  }

  /** Says that a thread outside the trial was asked to bring this to its end. */
  protected final void askedOutside() {
    ledger().numbers.asked.incrementAndGet();
  }

  /** Takes this out of what is left behind. */
  public final void settle() {
    ledger().entries().settle(this);
  }

  /** Puts this among what is left behind. */
  public final void open() {
    ledger().entries().open(this);
  }

  /**
   * Tells those who listen that this, a Deferred, got its first result.
   *
   * @param failure the failure that it got, or null if it got a value
   */
  protected final void tellFired(@Nullable Throwable failure) {
    ledger().entries().fired(this, failure);
  }

  /** Gives this a name of the user's choosing. */
  public final void label(String label) {
    this.label = label;
  }

  /** Returns the name that the user chose for this, if one was chosen. */
  protected final @Nullable String label() {
    return label;
  }

  /**
   * Returns a name that is the same in every equal run, such as {@code Deferred#3 (pong)}. What
   * another thread has made is numbered apart, and names that thread.
   */
  @Override
  public final String name() {
    String plain = kind().typeName() + "#" + number;
    String named = label == null ? plain : plain + " (" + label + ")";
    return thread == null ? named : named + " of " + thread;
  }

  /** Returns whether those who listen to what happens in the trial are told of this. */
  final boolean isTold() {
    return thread == null;
  }

  final long order() {
    return order;
  }

  /** Returns this as it is now: a line of the ledger, frozen. */
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

  /** What tells an entry from all others, and does not hold on to it. */
  private record Identity(Object ledger, long order) {}

  /** Returns the name. */
  @Override
  public final String toString() {
    return name();
  }
}
