// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.Strict;
import dev.assay.junit.Trial;
import dev.assay.trial.TrialContext;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/** Correct trials that log. */
abstract class CorrectLogging {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Logger JUL = Logger.getLogger("correct");
  private static final org.slf4j.Logger SLF4J = LoggerFactory.getLogger("correct");
  private static final System.Logger SYSTEM = System.getLogger("correct");

  @Trial
  void errback_logsAndIsFlushed(TrialContext trial) {
    Deferred.<String>fail(new IllegalStateException("boom")).addErrback(CorrectLogging::log);
    assertThat(trial.flushLoggedErrors(IllegalStateException.class)).hasSize(1);
  }

  private static String log(Throwable error) {
    JUL.log(Level.SEVERE, "as planned", error);
    return "none";
  }

  @Trial
  void messages_withoutAnException_areNoErrors() {
    JUL.severe("as planned");
    SLF4J.error("as planned: {}", 1);
    SYSTEM.log(System.Logger.Level.ERROR, "as planned");
  }

  @Trial
  void exceptions_belowErrors_areNoErrors() {
    JUL.log(Level.WARNING, "as planned", new IOException("reset"));
    SLF4J.warn("as planned", new IOException("reset"));
    SYSTEM.log(System.Logger.Level.WARNING, "as planned", new IOException("reset"));
  }

  @Trial
  void errors_ofTwoTypes_areFlushedApart(TrialContext trial) {
    SLF4J.error("as planned", new IOException("reset"));
    JUL.log(Level.SEVERE, "as planned", new IllegalStateException("boom"));
    assertThat(trial.flushLoggedErrors(IOException.class)).hasSize(1);
    assertThat(trial.flushLoggedErrors(IllegalStateException.class)).hasSize(1);
  }

  @Trial
  void error_ofATimer_isFlushed(VirtualClock clock, TrialContext trial) {
    clock.callLater(SECOND, () -> SLF4J.error("as planned", new IOException("reset")));
    clock.advance(SECOND);
    assertThat(trial.flushLoggedErrors(IOException.class)).hasSize(1);
  }

  @Trial
  void error_ofAPool_isFlushed(TrialContext trial) throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    pool.submit(() -> SLF4J.error("as planned", new IOException("reset"))).get();
    pool.shutdown();
    assertThat(trial.flushLoggedErrors(IOException.class)).hasSize(1);
  }

  @Trial
  void error_ofACleanup_isFlushed(TrialContext trial) {
    trial.addCleanup(() -> assertThat(trial.flushLoggedErrors(IOException.class)).hasSize(1));
    trial.addCleanup(() -> SLF4J.error("as planned", new IOException("reset")));
  }

  @Trial
  void error_ofALoggerThatIsOff_isNotSeen(TrialContext trial) {
    Logger off = Logger.getLogger("correct.off");
    off.setLevel(Level.OFF);
    off.log(Level.SEVERE, "nobody listens", new IOException("reset"));
    assertThat(trial.flushLoggedErrors()).isEmpty();
  }

  @Trial
  void error_isFlushedWithItsSubtypes(TrialContext trial) {
    SLF4J.error("as planned", new java.io.FileNotFoundException("none"));
    assertThat(trial.flushLoggedErrors(IOException.class)).hasSize(1);
  }

  /** Nothing else is there. */
  static final class InCorrectLoggingAlone extends CorrectLogging {}

  /** Nothing at all may be left behind. */
  @Strict
  static final class InCorrectLoggingStrict extends CorrectLogging {}

  /** Time has passed before, and passes after. */
  static final class InCorrectLoggingWithFixtures extends CorrectLogging
      implements Surroundings.Seconds {}
}
