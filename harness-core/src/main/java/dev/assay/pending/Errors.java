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
   * Takes down, on any thread, what a thread that a trial has started has died of. That it wanted
   * something of a trial that has ended is told already.
   */
  public static void ofThread(Ledger ledger, Thread thread, Throwable error) {
    if (!(error instanceof TrialOverException)) {
      ledger.foreign.addDeath(thread, error);
    }
  }

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
