// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import dev.assay.pending.Ledger;
import dev.assay.pending.LedgerEntry;
import dev.assay.pending.PendingKind;
import dev.assay.pending.Site;
import org.jspecify.annotations.Nullable;

/** A port's line in the ledger of its trial. */
final class PortEntry extends LedgerEntry {
  private final PendingKind kind;
  private final Object port;

  private PortEntry(Ledger ledger, PendingKind kind, Object port) {
    super(ledger, kind, Site.here());
    this.kind = kind;
    this.port = port;
  }

  static @Nullable PortEntry of(@Nullable Ledger ledger, PendingKind kind, Object port) {
    return ledger == null ? null : new PortEntry(ledger, kind, port);
  }

  @Override
  protected PendingKind kind() {
    return kind;
  }

  @Override
  protected String detail() {
    return port + " is open";
  }
}
