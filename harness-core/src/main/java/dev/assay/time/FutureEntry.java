// SPDX-License-Identifier: Apache-2.0
package dev.assay.time;

import dev.assay.ledger.Ledger;
import dev.assay.ledger.LedgerEntry;
import dev.assay.pending.PendingKind;
import dev.assay.pending.Remedy;
import dev.assay.pending.Site;

/** The entry of a future in the ledger of its trial. */
final class FutureEntry extends LedgerEntry {
  private final ReactorFuture<?> future;

  FutureEntry(Ledger ledger, Site site, ReactorFuture<?> future) {
    super(ledger, PendingKind.FUTURE, site);
    this.future = future;
  }

  @Override
  protected PendingKind kind() {
    return PendingKind.FUTURE;
  }

  @Override
  protected String detail() {
    int dependents = future.getNumberOfDependents();
    return "not done, " + dependents + (dependents == 1 ? " dependent" : " dependents");
  }

  @Override
  protected Remedy remedy() {
    return Remedy.of("return it from the test, or complete or cancel it");
  }

  @Override
  protected boolean awaited() {
    return future.getNumberOfDependents() > 0;
  }
}
