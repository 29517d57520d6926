// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.UnsynchronizedAppenderBase;

/** The appender that collects errors from Logback. */
final class LogbackAppender extends UnsynchronizedAppenderBase<ILoggingEvent> implements LogSource {
  /** The type of SLF4J's logger factory if it logs to Logback. */
  static final String CONTEXT = "ch.qos.logback.classic.LoggerContext";

  private final LogCapture sink;
  private final LoggerContext logging;

  private LogbackAppender(LogCapture sink, LoggerContext logging) {
    this.sink = sink;
    this.logging = logging;
  }

  /** Returns an appender, which becomes active once attached. */
  static LogSource of(LogCapture sink, Object factory) {
    LogbackAppender appender = new LogbackAppender(sink, (LoggerContext) factory);
    appender.start();
    return appender;
  }

  @Override
  public void attach() {
    logging.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(this);
  }

  @Override
  public void detach() {
    logging.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(this);
  }

  /** Also collects events logged while another event is being collected: that may run user code. */
  @Override
  public void doAppend(ILoggingEvent event) {
    append(event);
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (event.getLevel().isGreaterOrEqual(Level.ERROR)
        && event.getThrowableProxy() instanceof ThrowableProxy thrown) {
      sink.collect(event::getFormattedMessage, thrown.getThrowable());
    }
  }
}
