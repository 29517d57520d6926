// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import dev.assay.pending.Ledger;
import dev.assay.pending.LedgerEntry;
import dev.assay.pending.PendingKind;
import org.jspecify.annotations.Nullable;

/** A call's line in the ledger of its trial. */
final class CallEntry extends LedgerEntry implements CallName {
  private final VirtualCall call;
  private final @Nullable String handedOver;

  /**
   * Opens the line.
   *
   * @param handedOver where the call comes from, if another thread handed it over
   */
  CallEntry(Ledger ledger, VirtualCall call, @Nullable String handedOver) {
    super(ledger, PendingKind.DELAYED_CALL);
    this.call = call;
    this.handedOver = handedOver;
  }

  @Override
  public String origin() {
    return handedOver == null ? "armed at " + site() : handedOver;
  }

  @Override
  protected PendingKind kind() {
    return PendingKind.DELAYED_CALL;
  }

  @Override
  protected String detail() {
    String due = "due at " + call.due();
    return handedOver == null ? due : due + ", " + handedOver;
  }
}
