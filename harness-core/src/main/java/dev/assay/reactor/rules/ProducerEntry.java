// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor.rules;

import dev.assay.ledger.Display;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.LedgerEntry;
import dev.assay.pending.PendingKind;
import dev.assay.stack.Sites;

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
    super(ledger, PendingKind.PRODUCER, Sites.here());
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
