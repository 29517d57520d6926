// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.trial.run.Run;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The lines of user code that log errors: none of a logging system, nor of how we listen to it. */
final class LoggedErrorSiteTest {
  private final LoggerContext log4j = LoggerContext.getContext(false);

  /** Keeps the errors of these tests out of the output of the build. */
  @BeforeEach
  void beQuiet() {
    LogManager.getLogManager().reset();
    ((ch.qos.logback.classic.LoggerContext) LoggerFactory.getILoggerFactory())
        .getLogger("ROOT")
        .detachAndStopAllAppenders();
    LoggerConfig root = log4j.getConfiguration().getRootLogger();
    List.copyOf(root.getAppenders().keySet()).forEach(root::removeAppender);
  }

  @AfterEach
  void beQuietNoMore() throws IOException {
    LogManager.getLogManager().readConfiguration();
    log4j.reconfigure();
  }

  private static void assertTellsTheLine(Consumer<Exception> logs) {
    Exception here = new Exception("here");
    assertThat(
            Run.error(
                Run.of(
                    trial -> {
                      logs.accept(here);
                      return null;
                    })))
        .hasCause(here)
        .hasMessageContaining("logged at LoggedErrorSiteTest.java:");
  }

  @Test
  void javaUtilLogging_isWhereItIsCalled() {
    assertTellsTheLine(error -> Logger.getLogger("com.acme").log(Level.SEVERE, "no 7", error));
  }

  @Test
  void systemLogger_isWhereItIsCalled() {
    assertTellsTheLine(
        error -> System.getLogger("com.acme").log(System.Logger.Level.ERROR, "no 7", error));
  }

  @Test
  void logback_isWhereItIsCalled() {
    assertTellsTheLine(error -> LoggerFactory.getLogger("com.acme").error("no 7", error));
  }

  @Test
  void log4j_isWhereItIsCalled() {
    assertTellsTheLine(error -> log4j.getLogger("com.acme").error("no 7", error));
  }
}
