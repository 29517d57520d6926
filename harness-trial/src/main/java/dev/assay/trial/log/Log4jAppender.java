// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.log;

import java.util.Optional;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/** The appender that collects errors from Log4j 2, if its API logs to its core. */
final class Log4jAppender extends AbstractAppender implements LogSource {
  private final LogCapture sink;

  /** Keeps the context alive while the trial runs: Log4j releases contexts that are not in use. */
  private final LoggerContext context;

  private Log4jAppender(LogCapture sink, LoggerContext context) {
    super(nameOf(sink), null, null, true, Property.EMPTY_ARRAY);
    this.sink = sink;
    this.context = context;
  }

  /** Returns a unique name for an appender in use: Log4j distinguishes appenders by name only. */
  private static String nameOf(LogCapture sink) {
    String number = Integer.toHexString(System.identityHashCode(sink));
    return "trial on thread " + Thread.currentThread().getId() + ", " + number;
  }

  /** Returns an appender, which becomes active once attached, if Log4j logs to its core. */
  static Optional<LogSource> find(LogCapture sink) {
    Object found = LogManager.getContext(Log4jAppender.class.getClassLoader(), false);
    if (!(found instanceof LoggerContext context)) {
      return Optional.empty();
    }
    Log4jAppender appender = new Log4jAppender(sink, context);
    appender.start();
    return Optional.of(appender);
  }

  /** Accepts only events at the level of errors or above. */
  @Override
  public void attach() {
    root().addAppender(this, Level.ERROR, null);
  }

  @Override
  public void detach() {
    root().removeAppender(getName());
  }

  private LoggerConfig root() {
    return context.getConfiguration().getRootLogger();
  }

  @Override
  public void append(LogEvent event) {
    Throwable thrown = event.getThrown();
    if (thrown != null) {
      sink.collect(() -> event.getMessage().getFormattedMessage(), thrown);
    }
  }
}
