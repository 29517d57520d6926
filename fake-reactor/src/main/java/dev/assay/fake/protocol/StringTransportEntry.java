// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.protocol;

import dev.assay.ledger.Ledger;
import dev.assay.ledger.LedgerEntry;
import dev.assay.pending.PendingKind;
import dev.assay.pending.Remedy;
import dev.assay.stack.Sites;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The ledger entry of a connection without a network. */
final class StringTransportEntry extends LedgerEntry {
  private final StringTransport transport;

  StringTransportEntry(Ledger ledger, StringTransport transport) {
    super(ledger, PendingKind.CONNECTION, Sites.here());
    this.transport = transport;
  }

  @Override
  protected PendingKind kind() {
    return PendingKind.CONNECTION;
  }

  /**
   * Returns whether a trial waits for the connection: only if the protocol has requested a close. A
   * test may end in the middle of a conversation between two protocols, or between itself and one.
   */
  @Override
  protected boolean awaited() {
    return transport.connection().waitsForProducer();
  }

  @Override
  protected @Nullable Remedy remedy() {
    return awaited()
        ? new Remedy(
            "its close is delayed by a producer that is registered",
            "it closes when its producer is done: unregisterProducer(), or abortConnection()")
        : null;
  }

  @Override
  protected String detail() {
    String detail =
        transport
            + ", "
            + transport.state().name().toLowerCase(Locale.ROOT)
            + (awaited() ? ", waits for its producer" : "");
    int written = transport.value().length;
    return switch (written) {
      case 0 -> detail;
      case 1 -> detail + ", 1 byte is not delivered";
      default -> detail + ", " + written + " bytes are not delivered";
    };
  }
}
