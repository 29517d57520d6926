// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import dev.assay.pending.Ledger;
import dev.assay.pending.LedgerEntry;
import dev.assay.pending.PendingKind;
import dev.assay.pending.Site;

/** A registered producer's line in the ledger of its trial. */
final class ProducerEntry extends LedgerEntry {
  private final Class<?> producer;
  private final StreamEnd end;

  ProducerEntry(Ledger ledger, Object producer, StreamEnd end) {
    super(ledger, PendingKind.PRODUCER, Site.here());
    this.producer = producer.getClass();
    this.end = end;
  }

  @Override
  protected PendingKind kind() {
    return PendingKind.PRODUCER;
  }

  @Override
  protected String detail() {
    return CodeOrigin.of(producer) + ", registered with " + end;
  }
}
