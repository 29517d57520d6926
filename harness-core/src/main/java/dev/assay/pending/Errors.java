// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

import java.lang.System.Logger.Level;

/**
 * The last resort for errors that no caller can be told: the trial's ledger, or the log where there
 * is no trial.
 *
 * @since 0.1
 */
public final class Errors {
  private Errors() {}

  /**
   * Logs an error.
   *
   * @param what what failed, such as {@code canceller of Deferred#2}
   */
  public static void log(String what, Throwable error) {
    Ledger ledger = Ledger.current();
    if (ledger == null) {
      System.getLogger("dev.assay").log(Level.ERROR, what + " failed", error);
    } else {
      ledger.logError(what, error);
    }
  }
}
