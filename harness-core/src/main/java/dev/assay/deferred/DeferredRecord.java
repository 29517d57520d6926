// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import dev.assay.ledger.AfterEnd;
import dev.assay.ledger.Display;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.LedgerEntry;
import dev.assay.pending.PendingKind;
import dev.assay.pending.Remedy;
import dev.assay.pending.Site;
import dev.assay.stack.Sites;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The record that a trial keeps of a Deferred: where it was created, what fired it, and its latest
 * callback runs.
 */
final class DeferredRecord extends LedgerEntry {
  private static final int REMEMBERED = 16;

  private final CallbackChain chain;
  private @Nullable Site firedAt;

  /** Whether the end of a stage fires this, which may happen on any thread. */
  private boolean external;

  private @Nullable Object firedWith;
  private @Nullable ArrayDeque<CallbackRun> history;

  DeferredRecord(Ledger ledger, Site site, CallbackChain chain) {
    super(ledger, PendingKind.DEFERRED, site);
    this.chain = chain;
  }

  /**
   * Records the first result before it takes effect, and refuses one that comes from outside the
   * trial.
   */
  void recordFiring(@Nullable Object first) {
    if (ledger().isClosed()) {
      throw AfterEnd.refuse(ledger(), "fire " + name(), Messages.trialOf(name(), site()));
    }
    checkThread("fire");
    firedAt = Sites.here();
    firedWith = first;
    notifyFired(first instanceof Failed failed ? failed.error : null);
  }

  /** Records that the end of a stage fires this. */
  void expectStage() {
    external = true;
    askedOutside();
  }

  /**
   * Refuses a callback that would never run: a Deferred left unfired by its trial is never fired.
   */
  void checkMayFire() {
    if (ledger().isClosed()) {
      throw AfterEnd.refuse(
          ledger(), "add a callback to " + name(), Messages.trialOf(name(), site()));
    }
  }

  /** Opens or settles the entry, once the chain has run as far as it can for now. */
  void update() {
    if (ledger().isClosed()) {
      return;
    }
    if (chain.unhandledOf(null) != null
        || chain.isWaiting()
        || chain.pauses() > 0
        || chain.hasLevels()) {
      open();
    } else {
      settle();
    }
  }

  /**
   * Returns {@code already fired with 3 at Pinger.java:20 in onPong}, or null if this was created
   * with a result.
   */
  @Nullable String firingText() {
    return firedAt == null
        ? null
        : "already fired with " + Display.of(firedWith) + " at " + firedAt;
  }

  void recordRun(Site level, @Nullable Object in, @Nullable Object out) {
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
    return error() == null ? PendingKind.DEFERRED : PendingKind.UNHANDLED_FAILURE;
  }

  @Override
  protected @Nullable Throwable error() {
    Failed raised = chain.unhandledOf(null);
    return raised == null ? null : raised.located();
  }

  @Override
  protected String detail() {
    Turn<?> turn = turn();
    String reason = turn == null ? waitsOn() : "; it " + turn.waitsFor();
    return Messages.state(chain) + waiter() + reason;
  }

  /** Returns which Deferreds must fire before this one can, if it has not fired. */
  private String waitsOn() {
    if (!chain.isUnfired() || !(chain instanceof Deferred<?> deferred)) {
      return "";
    }
    List<Deferred<?>> others = deferred.waitsOn();
    if (others.isEmpty()) {
      return "";
    }
    String more = others.size() == 1 ? "" : " and " + (others.size() - 1) + " more";
    return "; it waits for " + others.get(0).name() + more;
  }

  /**
   * Returns which line waits for the result, if it is in other code than the line that created the
   * Deferred.
   */
  private String waiter() {
    Site added = chain.lastLevel() instanceof Level level ? level.site : null;
    return added == null || !chain.isUnfired() || added.isInSameMethodAs(site())
        ? ""
        : ", the last added at " + added;
  }

  @Override
  protected @Nullable Remedy remedy() {
    Turn<?> turn = turn();
    if (turn != null) {
      return turn.remedy();
    }
    return chain.pauses() > 0 && !chain.isUnfired()
        ? new Remedy("it has a result, and is paused", "call unpause() as often as pause()")
        : null;
  }

  /** Returns the turn that the Deferred waits for, or null. */
  private @Nullable Turn<?> turn() {
    return chain instanceof Deferred<?> deferred && deferred.canceller instanceof Turn<?> turn
        ? turn
        : null;
  }

  @Override
  protected boolean external() {
    return external && chain.isUnfired();
  }

  /**
   * Returns whether some code of the trial waits for this. Callbacks that another trial has added
   * to this Deferred do not count: that trial has a record of them.
   */
  @Override
  protected boolean awaited() {
    return chain.unhandledOf(null) != null
        || chain.hasLevelsOf(ledger())
        || chain.isWaiting()
        || (chain.pauses() > 0 && !chain.isUnfired());
  }
}
