// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import dev.assay.pending.Ledger;
import dev.assay.pending.LedgerEntry;
import dev.assay.pending.PendingKind;
import dev.assay.pending.Site;
import org.jspecify.annotations.Nullable;

/** A connection's line in the ledger of its trial. */
final class ConnectionEntry extends LedgerEntry {
  private final StreamEnd end;

  private ConnectionEntry(Ledger ledger, StreamEnd end) {
    super(ledger, PendingKind.CONNECTION, Site.here());
    this.end = end;
  }

  static @Nullable ConnectionEntry of(@Nullable Ledger ledger, StreamEnd end) {
    return ledger == null ? null : new ConnectionEntry(ledger, end);
  }

  @Override
  protected PendingKind kind() {
    return PendingKind.CONNECTION;
  }

  @Override
  protected String detail() {
    return end + ", " + end.state();
  }
}
