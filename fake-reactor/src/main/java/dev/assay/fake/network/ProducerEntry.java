// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import dev.assay.pending.Display;
import dev.assay.pending.Ledger;
import dev.assay.pending.LedgerEntry;
import dev.assay.pending.PendingKind;
import dev.assay.pending.Site;

/**
 * A registered producer's line in the ledger of its trial.
 *
 * @since 0.1
 */
public final class ProducerEntry extends LedgerEntry {
  private final Class<?> producer;
  private final Object end;
  private final boolean awaited;

  /**
   * Makes an entry.
   *
   * @param end what it is registered with
   * @param awaited whether somebody is at the other end, who waits for what it produces
   */
  public ProducerEntry(Ledger ledger, Object producer, Object end, boolean awaited) {
    super(ledger, PendingKind.PRODUCER, Site.here());
    this.producer = producer.getClass();
    this.end = end;
    this.awaited = awaited;
  }

  @Override
  protected boolean awaited() {
    return awaited;
  }

  @Override
  protected PendingKind kind() {
    return PendingKind.PRODUCER;
  }

  @Override
  protected String detail() {
    return Display.ofCode(producer) + ", registered with " + end;
  }
}
