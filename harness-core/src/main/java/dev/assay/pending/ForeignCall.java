// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

import org.jspecify.annotations.Nullable;

/** Work that a thread outside the trial has brought into it. The entry stays open. */
final class ForeignCall extends LedgerEntry {
  private final ForeignNotes.Visit visit;

  ForeignCall(Ledger ledger, ForeignNotes.Visit visit) {
    super(ledger, PendingKind.FOREIGN_CALL, visit.site(), false);
    this.visit = visit;
  }

  @Override
  protected PendingKind kind() {
    return PendingKind.FOREIGN_CALL;
  }

  @Override
  protected @Nullable Remedy remedy() {
    return visit.remedy();
  }

  @Override
  protected String detail() {
    return visit.text();
  }
}
