// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.log;

import java.util.List;
import java.util.Optional;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/**
 * The initialisation of SLF4J, which happens before the code of any trial can log. While a thread
 * initialises SLF4J, SLF4J holds back what other threads log, and then logs it on that thread: the
 * error of one trial would appear in another.
 */
final class Slf4j {
  /** The classes that are present if it logs to a supported system, from SLF4J 2 on and before. */
  private static final List<String> PROVIDERS =
      List.of(
          "ch.qos.logback.classic.spi.LogbackServiceProvider",
          "org.apache.logging.slf4j.SLF4JServiceProvider",
          "org.slf4j.jul.JULServiceProvider",
          "org.slf4j.impl.StaticLoggerBinder");

  private static final boolean PRESENT =
      PROVIDERS.stream().anyMatch(LogSource::isPresent)
          && LogSource.isPresent("org.slf4j.LoggerFactory");

  private Slf4j() {}

  /** Returns the appender for Logback, if SLF4J logs there; concurrent callers wait. */
  static synchronized Optional<LogSource> logback(LogCapture sink) {
    if (!PRESENT) {
      return Optional.empty();
    }
    try {
      ILoggerFactory factory = LoggerFactory.getILoggerFactory();
      return factory.getClass().getName().equals(LogbackAppender.CONTEXT)
          ? Optional.of(LogbackAppender.of(sink, factory))
          : Optional.empty();
    } catch (LinkageError e) {
      return Optional.empty();
    }
  }
}
