// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import dev.assay.ledger.AfterEnd;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.LedgerEntry;
import dev.assay.pending.PendingKind;
import dev.assay.pending.Remedy;
import dev.assay.pending.Site;
import org.jspecify.annotations.Nullable;

/**
 * The record that a trial keeps of callbacks it has added to a Deferred created elsewhere: that
 * they wait, or that one of them has failed. Both concern this trial, whoever created the Deferred.
 */
final class GuestRecord extends LedgerEntry {
  private final WatchedChain chain;

  /** The number of levels that have not run. */
  private int levels;

  GuestRecord(Ledger ledger, Site added, WatchedChain chain) {
    super(ledger, PendingKind.DEFERRED, added);
    this.chain = chain;
  }

  /** Settles the record of the guest whose level raised a result, if there is one. */
  static void settle(@Nullable Object result) {
    if (result instanceof Failed failed && failed.guest != null) {
      failed.guest.settle();
    }
  }

  void levelAdded() {
    levels++;
  }

  void levelTaken() {
    levels--;
    if (levels == 0) {
      settle();
    }
  }

  /** Opens or settles the entry, once the chain has run as far as it can for now. */
  void update() {
    Failed raised = chain.unhandledOf(this);
    if (raised == null && levels == 0) {
      settle();
    } else if (!ledger().isClosed()) {
      open();
    } else if (raised != null) {
      AfterEnd.report(
          ledger(),
          raised.level == null ? site() : raised.level,
          "a callback that it added to %s has failed: %s".formatted(chain.name(), raised));
    }
  }

  @Override
  protected PendingKind kind() {
    return error() == null ? PendingKind.DEFERRED : PendingKind.UNHANDLED_FAILURE;
  }

  @Override
  protected @Nullable Throwable error() {
    Failed raised = chain.unhandledOf(this);
    return raised == null ? null : raised.located();
  }

  @Override
  protected @Nullable Remedy remedy() {
    return error() != null || chain.record() == null
        ? null
        : new Remedy(
            "the code that created the Deferred does not fire it, and this trial must not",
            "create a Deferred in the trial, or let the code that created this one fire it");
  }

  @Override
  protected String detail() {
    DeferredRecord own = chain.record();
    String whose =
        own == null
            ? ", which was created outside of trials"
            : ", which another trial, or code that runs once for all tests, created at "
                + own.site();
    return "callbacks of this trial, added to " + chain + whose;
  }
}
