// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import dev.assay.pending.Display;
import dev.assay.pending.Ledger;
import dev.assay.pending.LedgerEntry;
import dev.assay.pending.PendingKind;
import dev.assay.pending.Site;

/**
 * The ledger entry of a registered producer.
 *
 * @since 0.1
 */
public final class ProducerEntry extends LedgerEntry {
  private final Class<?> producer;
  private final Object end;
  private final boolean awaited;

  /**
   * Creates an entry.
   *
   * @param end the object that the producer is registered with
   * @param awaited whether there is another end that waits for the output
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
