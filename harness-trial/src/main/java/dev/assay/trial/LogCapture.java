// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import dev.assay.pending.Asking;
import dev.assay.pending.Errors;
import dev.assay.pending.Ledger;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What takes errors out of the log into a trial: what its thread, and others that do its work, log
 * through java.util.logging, a {@link System.Logger}, Logback or Log4j, at the level of errors and
 * with an exception.
 */
final class LogCapture extends Handler {
  private final Ledger ledger;
  private final List<ReflectedAppender> others;
  private @Nullable Logger root;

  LogCapture(Ledger ledger) {
    this.ledger = ledger;
    this.others =
        Stream.of(LogbackCapture.find(this, Slf4j.factory()), Log4jCapture.find(this))
            .flatMap(Optional::stream)
            .toList();
    setLevel(Level.SEVERE);
  }

  /** Begins, or begins again if somebody has reset the configuration. */
  void begin() {
    Logger current = LogManager.getLogManager().getLogger("");
    if (current != null && !List.of(current.getHandlers()).contains(this)) {
      current.addHandler(this);
      root = current;
    }
    others.forEach(ReflectedAppender::begin);
  }

  void end() {
    if (root != null) {
      root.removeHandler(this);
    }
    others.forEach(ReflectedAppender::end);
  }

  /**
   * Returns whether what this thread logs comes from another trial, which it runs, or from none.
   */
  boolean isOfAnother() {
    Ledger bound = Ledger.bound();
    return Asking.isHere() || (bound != null && !bound.equals(ledger));
  }

  /** Takes an error if it comes from the trial, on its own thread or on another. */
  void take(Supplier<String> message, Throwable thrown) {
    if (ledger.equals(Ledger.bound())) {
      ledger.logError(message.get(), thrown);
    } else {
      Errors.loggedByThread(ledger, message, thrown);
    }
  }

  @Override
  public void publish(LogRecord record) {
    Throwable thrown = record.getThrown();
    if (thrown != null && isLoggable(record) && !isOfAnother()) {
      take(() -> String.valueOf(new SimpleFormatter().formatMessage(record)), thrown);
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
