// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor.rules;

import dev.assay.ledger.Ledger;
import dev.assay.ledger.LedgerEntry;
import dev.assay.pending.PendingKind;
import dev.assay.pending.Remedy;
import dev.assay.pending.Site;
import org.jspecify.annotations.Nullable;

/**
 * The ledger entry of a connection, from the attempt to open it.
 *
 * @since 0.1
 */
public final class ConnectionEntry extends LedgerEntry {
  private final Object maker;
  private @Nullable Made end;

  /**
   * Creates the entry of a connection that does not exist yet.
   *
   * @param maker the object that opens it: a connector, or the port that accepts it
   */
  public ConnectionEntry(Ledger ledger, Object maker, Site site) {
    super(ledger, PendingKind.CONNECTION, site);
    this.maker = maker;
  }

  /** Makes the entry describe the given connection from now on, and opens it. */
  public void tellOf(Made made) {
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
        : end + ", " + end.describe();
  }

  @Override
  protected @Nullable Remedy remedy() {
    if (end == null) {
      return Remedy.of(
          "advance until it has an outcome, or call stopConnecting() and advance until it has"
              + " ended");
    }
    return end.remedy();
  }

  /**
   * An end of a connection that was made; its text names it.
   *
   * @since 0.1
   */
  public interface Made {
    /** Returns its state as text, such as {@code closing, 5 bytes unsent}. */
    String describe();

    /** Returns how to avoid leaving it open, or null if it is simply open. */
    @Nullable Remedy remedy();
  }
}
