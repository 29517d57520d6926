// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import dev.assay.pending.Ledger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * What takes errors out of the log into a trial: what its thread logs through java.util.logging, or
 * a {@link System.Logger}, at the level of errors and with an exception.
 */
final class LogCapture extends Handler {
  private final Logger root = LogManager.getLogManager().getLogger("");
  private final Ledger ledger;

  LogCapture(Ledger ledger) {
    this.ledger = ledger;
    setLevel(Level.SEVERE);
  }

  void begin() {
    root.addHandler(this);
  }

  void end() {
    root.removeHandler(this);
  }

  @Override
  public void publish(LogRecord record) {
    Throwable thrown = record.getThrown();
    if (thrown != null && isLoggable(record) && ledger == Ledger.current()) {
      ledger.logError(String.valueOf(record.getMessage()), thrown);
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
