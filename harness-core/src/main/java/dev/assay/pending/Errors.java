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

  /** Takes down, on any thread, what a thread that a trial has started has died of. */
  public static void ofThread(Ledger ledger, Thread thread, Throwable error) {
    ledger.foreign.addError(Site.unknown(), "thread " + thread.getName(), error);
  }

  /** Takes down what this thread, which a trial has started, has told nobody but the log. */
  public static void loggedByThread(Ledger ledger, String message, Throwable error) {
    String thread = "thread " + Thread.currentThread().getName();
    ledger.foreign.addError(Site.here(), thread + ": " + message, error);
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
