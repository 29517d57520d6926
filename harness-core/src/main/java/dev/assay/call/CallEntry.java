// SPDX-License-Identifier: Apache-2.0
package dev.assay.call;

import dev.assay.ledger.Display;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.LedgerEntry;
import dev.assay.pending.Pending;
import dev.assay.pending.PendingKind;
import dev.assay.pending.Remedy;
import org.jspecify.annotations.Nullable;

/**
 * The ledger entry of a call.
 *
 * @since 0.1
 */
public final class CallEntry extends LedgerEntry implements CallName {
  private final ArmedCall<?> call;
  private final CallSite origin;
  private @Nullable Remedy remedy;

  /** Creates the entry of a call that has no entry yet. */
  public CallEntry(Ledger ledger, ArmedCall<?> call, CallSite origin) {
    super(ledger, PendingKind.DELAYED_CALL, origin.site());
    this.call = call;
    this.origin = origin;
  }

  @Override
  public String origin() {
    return origin.toString();
  }

  @Override
  public Pending frozen() {
    return freeze();
  }

  @Override
  public void remedy(Remedy remedy) {
    this.remedy = remedy;
  }

  @Override
  protected @Nullable Remedy remedy() {
    return remedy;
  }

  @Override
  protected PendingKind kind() {
    return PendingKind.DELAYED_CALL;
  }

  @Override
  protected String detail() {
    String due = "due at t=" + Display.time(call.due());
    return origin.thread() == null ? due : due + ", handed over by thread " + origin.thread();
  }
}
