// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

/** Work that a thread outside the trial has brought into it; it stays open. */
final class ForeignCall extends LedgerEntry {
  private final String what;

  ForeignCall(Ledger ledger, Site site, String what) {
    super(ledger, PendingKind.FOREIGN_CALL, site);
    this.what = what;
  }

  @Override
  protected PendingKind kind() {
    return PendingKind.FOREIGN_CALL;
  }

  @Override
  protected String detail() {
    return what;
  }
}
