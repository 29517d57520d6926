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

  private ConnectionEntry(Ledger ledger, StreamEnd end, Site site) {
    super(ledger, PendingKind.CONNECTION, site);
    this.end = end;
  }

  /** Opens the line of a connection, if there is a trial. */
  static @Nullable ConnectionEntry open(
      @Nullable Ledger ledger, StreamEnd end, @Nullable Site site) {
    if (ledger == null) {
      return null;
    }
    ConnectionEntry entry = new ConnectionEntry(ledger, end, site == null ? Site.unknown() : site);
    entry.open();
    return entry;
  }

  @Override
  protected PendingKind kind() {
    return PendingKind.CONNECTION;
  }

  @Override
  protected String detail() {
    return end + ", " + OpenConnection.describe(end);
  }

  @Override
  protected @Nullable String remedy() {
    return OpenConnection.advice(end);
  }
}
