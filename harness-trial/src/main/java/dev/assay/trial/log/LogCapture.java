// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.log;

import dev.assay.ledger.CurrentWork;
import dev.assay.ledger.Errors;
import dev.assay.ledger.Ledger;
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
 * The collector of logged errors for a trial. It collects what the trial's thread, and others that
 * do its work, log through java.util.logging, a {@link System.Logger}, Logback or Log4j, at the
 * level of errors and with an exception.
 *
 * @since 0.1
 */
public final class LogCapture extends Handler {
  private static final boolean HAS_LOG4J =
      LogSource.isPresent("org.apache.logging.log4j.core.LoggerContext")
          && LogSource.isPresent("org.apache.logging.log4j.LogManager");

  private final Ledger ledger;
  private final List<LogSource> others;
  private @Nullable Logger root;

  /** Makes the collector of a trial, which collects once it has begun. */
  @SuppressWarnings("this-escape") // an appender logs nothing before it is attached
  public LogCapture(Ledger ledger) {
    this.ledger = ledger;
    this.others = Stream.of(Slf4j.logback(this), log4j()).flatMap(Optional::stream).toList();
    setLevel(Level.SEVERE);
  }

  private Optional<LogSource> log4j() {
    try {
      return HAS_LOG4J ? Log4jAppender.find(this) : Optional.empty();
    } catch (LinkageError e) {
      return Optional.empty();
    }
  }

  /** Begins, or begins again if the logging configuration was reset. */
  public void begin() {
    Logger current = LogManager.getLogManager().getLogger("");
    if (current != null && !List.of(current.getHandlers()).contains(this)) {
      current.addHandler(this);
      root = current;
    }
    others.forEach(LogSource::attach);
  }

  /** Ends the collection. */
  public void end() {
    if (root != null) {
      root.removeHandler(this);
    }
    others.forEach(LogSource::detach);
  }

  /** Collects an error that this thread has logged, unless it comes from another trial. */
  void collect(Supplier<String> message, Throwable thrown) {
    if (isOfAnother()) {
      return;
    }
    Supplier<String> text = () -> textOf(message);
    if (ledger.equals(Ledger.bound())) {
      ledger.logError(text.get(), thrown);
    } else {
      Errors.loggedByThread(ledger, text, thrown);
    }
  }

  /**
   * Returns whether what this thread logs comes from another trial, which this thread runs, or from
   * no trial.
   */
  private boolean isOfAnother() {
    Ledger bound = Ledger.bound();
    return CurrentWork.isAsking() || (bound != null && !bound.equals(ledger));
  }

  /** Returns the message, which may run users' code. */
  private static String textOf(Supplier<String> message) {
    try {
      return String.valueOf(message.get());
    } catch (RuntimeException | Error e) {
      return "a message that cannot be formatted";
    }
  }

  @Override
  public void publish(LogRecord record) {
    Throwable thrown = record.getThrown();
    if (thrown != null && isLoggable(record)) {
      collect(() -> new SimpleFormatter().formatMessage(record), thrown);
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
