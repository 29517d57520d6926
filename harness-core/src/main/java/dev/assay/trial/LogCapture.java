// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import dev.assay.pending.Ledger;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/**
 * What takes errors out of the log into a trial: what its thread logs through java.util.logging, a
 * {@link System.Logger} or Logback, at the level of errors and with an exception.
 */
final class LogCapture extends Handler {
  private final SimpleFormatter formatter = new SimpleFormatter();
  private final Ledger ledger;
  private final @Nullable LogbackCapture logback;
  private @Nullable Logger root;

  LogCapture(Ledger ledger) {
    this.ledger = ledger;
    this.logback = LogbackCapture.find(this);
    setLevel(Level.SEVERE);
  }

  /** Begins, or begins again if somebody has reset the configuration. */
  void begin() {
    Logger current = LogManager.getLogManager().getLogger("");
    if (current != null && !List.of(current.getHandlers()).contains(this)) {
      current.addHandler(this);
      root = current;
    }
    if (logback != null) {
      logback.begin();
    }
  }

  void end() {
    if (root != null) {
      root.removeHandler(this);
    }
    if (logback != null) {
      logback.end();
    }
  }

  /** Takes an error, if it comes from the trial. */
  void take(String message, Throwable thrown) {
    if (ledger == Ledger.current()) {
      ledger.logError(message, thrown);
    }
  }

  @Override
  public void publish(LogRecord record) {
    Throwable thrown = record.getThrown();
    if (thrown != null && isLoggable(record) && ledger == Ledger.current()) {
      take(String.valueOf(formatter.formatMessage(record)), thrown);
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
