// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import dev.assay.pending.Ledger;
import dev.assay.pending.LedgerEntry;
import dev.assay.pending.PendingKind;
import dev.assay.pending.Site;
import java.util.Locale;

/** A connection's line in the ledger of its trial, of one that has nothing behind it. */
final class StringTransportEntry extends LedgerEntry {
  private final StringTransport transport;

  StringTransportEntry(Ledger ledger, StringTransport transport) {
    super(ledger, PendingKind.CONNECTION, Site.here());
    this.transport = transport;
  }

  @Override
  protected PendingKind kind() {
    return PendingKind.CONNECTION;
  }

  /** Nobody is at the other end: a test may end in the middle of what it says to a protocol. */
  @Override
  protected boolean awaited() {
    return false;
  }

  @Override
  protected String detail() {
    String detail = transport + ", " + transport.state().name().toLowerCase(Locale.ROOT);
    int written = transport.value().length;
    return switch (written) {
      case 0 -> detail;
      case 1 -> detail + ", 1 byte is not delivered";
      default -> detail + ", " + written + " bytes are not delivered";
    };
  }
}
