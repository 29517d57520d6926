// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import dev.assay.pending.Ledger;
import dev.assay.pending.LedgerEntry;
import dev.assay.pending.PendingKind;
import dev.assay.pending.Site;

/** What a trial knows of a lock or of a semaphore's token: who asked for it; open while held. */
final class TokenRecord extends LedgerEntry {
  /** Whether it is given back at the end of a run, rather than by a call of release(). */
  final boolean ofRun;

  private final Tokens<?> tokens;

  TokenRecord(Ledger ledger, Tokens<?> tokens, boolean ofRun) {
    super(ledger, PendingKind.LOCK, Site.here());
    this.tokens = tokens;
    this.ofRun = ofRun;
  }

  @Override
  protected PendingKind kind() {
    return PendingKind.LOCK;
  }

  @Override
  protected String detail() {
    return "held; " + tokens;
  }
}
