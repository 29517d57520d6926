// SPDX-License-Identifier: Apache-2.0
package dev.assay.ledger;

import dev.assay.pending.PendingKind;
import dev.assay.pending.Remedy;
import org.jspecify.annotations.Nullable;

/** Work that a thread outside the trial has brought into it. The entry stays open. */
final class ForeignCall extends LedgerEntry {
  private final ForeignReports.Visit visit;

  ForeignCall(Ledger ledger, ForeignReports.Visit visit) {
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
