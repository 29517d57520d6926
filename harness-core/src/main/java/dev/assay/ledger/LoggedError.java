// SPDX-License-Identifier: Apache-2.0
package dev.assay.ledger;

import dev.assay.pending.PendingKind;
import dev.assay.pending.Site;
import dev.assay.stack.Sites;

/** An error that could not be reported to a caller, with its origin. */
final class LoggedError extends LedgerEntry {
  private final String what;
  private final Throwable error;

  LoggedError(Ledger ledger, String what, Throwable error) {
    super(ledger, PendingKind.LOGGED_ERROR, Sites.here());
    this.what = what;
    this.error = error;
  }

  /** Creates an entry for an error of a thread outside the trial. */
  LoggedError(Ledger ledger, Site site, String what, Throwable error) {
    super(ledger, PendingKind.LOGGED_ERROR, site, false);
    this.what = what;
    this.error = error;
  }

  @Override
  protected Throwable error() {
    return error;
  }

  @Override
  protected PendingKind kind() {
    return PendingKind.LOGGED_ERROR;
  }

  @Override
  protected String detail() {
    return what + ": " + Display.of(error);
  }
}
