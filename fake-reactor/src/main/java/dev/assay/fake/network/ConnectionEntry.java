// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import dev.assay.ledger.Ledger;
import dev.assay.ledger.LedgerEntry;
import dev.assay.pending.PendingKind;
import dev.assay.pending.Remedy;
import dev.assay.pending.Site;
import org.jspecify.annotations.Nullable;

/** The ledger entry of a connection, from the attempt to open it. */
final class ConnectionEntry extends LedgerEntry {
  private final Object maker;
  private @Nullable StreamEnd end;

  /**
   * Creates the entry of a connection that does not exist yet.
   *
   * @param maker the object that opens it: a connector, or the port that accepts it
   */
  ConnectionEntry(Ledger ledger, Object maker, Site site) {
    super(ledger, PendingKind.CONNECTION, site);
    this.maker = maker;
  }

  /** Makes the entry describe the given connection from now on, and opens it. */
  void tellOf(StreamEnd made) {
    end = made;
    open();
  }

  @Override
  protected PendingKind kind() {
    return PendingKind.CONNECTION;
  }

  @Override
  protected String detail() {
    return end == null
        ? "the attempt to connect to " + maker + " has no outcome yet"
        : end + ", " + ConnectionState.describe(end);
  }

  @Override
  protected @Nullable Remedy remedy() {
    if (end == null) {
      return Remedy.of(
          "advance until it has an outcome, or call stopConnecting() and advance until it has"
              + " ended");
    }
    if (ConnectionState.hindrance(end) != null) {
      return new Remedy(
          "one side cannot learn what the other does, because a fault is in force between them",
          "strike(new Fault.Heal(...)) or Fault.Release, close the connection, and advance"
              + " until it is closed");
    }
    String fix = ConnectionState.advice(end);
    return fix == null ? null : Remedy.of(fix);
  }
}
