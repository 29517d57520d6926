// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.trial.FailureCode;
import dev.assay.trial.TrialError;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.TrialOutcome.Passed;
import dev.assay.trial.run.Run;
import dev.assay.trial.run.TrialRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Errors that code under test tells nobody but the log. */
final class LoggedErrorsTest {
  private static final TrialOutcome PASSED = new Passed(List.of());

  private final Logger logger = Logger.getLogger("com.acme");
  private final IOException gone = new IOException("gone");

  /** Keeps the errors of these tests out of the output of the build. */
  @BeforeEach
  void beQuiet() {
    LogManager.getLogManager().reset();
    loggingContext().getLogger("ROOT").detachAndStopAllAppenders();
  }

  @AfterEach
  void beQuietNoMore() throws IOException {
    LogManager.getLogManager().readConfiguration();
  }

  private static ch.qos.logback.classic.LoggerContext loggingContext() {
    return (ch.qos.logback.classic.LoggerContext) LoggerFactory.getILoggerFactory();
  }

  private void assertIsTaken(Runnable logs) {
    TrialError error =
        Run.error(
            Run.of(
                trial -> {
                  logs.run();
                  return null;
                }));
    assertThat(error.code()).isEqualTo(FailureCode.LOGGED_ERROR);
    assertThat(error).hasCause(gone).hasMessageContaining("no 7: java.io.IOException: gone");
  }

  private void assertIsNotTaken(Runnable logs) {
    assertThat(
            Run.of(
                trial -> {
                  logs.run();
                  return null;
                }))
        .isEqualTo(PASSED);
  }

  @Test
  void javaUtilLogging_severeWithAnException_fails() {
    assertIsTaken(() -> logger.log(Level.SEVERE, "no 7", gone));
  }

  @Test
  void systemLogger_errorWithAnException_fails() {
    assertIsTaken(() -> System.getLogger("com.acme").log(System.Logger.Level.ERROR, "no 7", gone));
  }

  @Test
  void logback_errorWithAnException_fails() {
    assertIsTaken(() -> LoggerFactory.getLogger("com.acme").error("no {}", 7, gone));
  }

  @Test
  void lesserLevels_andErrorsWithoutException_pass() {
    assertIsNotTaken(
        () -> {
          logger.log(Level.WARNING, "no 7", gone);
          logger.severe("no 7");
          LoggerFactory.getLogger("com.acme").warn("no 7", gone);
          LoggerFactory.getLogger("com.acme").error("no 7");
        });
  }

  @Test
  void flushed_passes() {
    assertThat(
            Run.of(
                trial -> {
                  logger.log(Level.SEVERE, "no 7", gone);
                  LoggerFactory.getLogger("com.acme").error("no 8", gone);
                  assertThat(trial.flushLoggedErrors(IOException.class)).containsOnly(gone);
                  return null;
                }))
        .isEqualTo(PASSED);
  }

  @Test
  void threadOfTheCommonPool_isNobodys() {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Runnable work =
        () -> {
          logger.log(Level.SEVERE, "theirs", gone);
          done.complete(null);
        };
    assertIsNotTaken(
        () -> {
          ForkJoinPool.commonPool().execute(work);
          done.join();
        });
  }

  @Test
  void threadThatTheTrialHasStarted_isOurs() {
    assertThat(Run.problems(startAndJoin(this::logTwice)))
        .extracting(Throwable::getMessage)
        .satisfiesExactly(
            text -> assertThat(text).contains("thread worker: no 7: "),
            text -> assertThat(text).contains("thread worker: no 8: "));
  }

  /** Runs a trial that starts a thread, and waits for it. */
  private static TrialOutcome startAndJoin(Runnable work) {
    return Run.of(
        trial -> {
          Thread worker = new Thread(work, "worker");
          worker.start();
          worker.join();
          return null;
        });
  }

  private void logTwice() {
    logger.log(Level.SEVERE, "no 7", gone);
    LoggerFactory.getLogger("com.acme").error("no 8", gone);
  }

  @Test
  void threadThatTheTrialHasStarted_runsATrialOfItsOwn_isThatOnes() {
    List<TrialOutcome> inner = new ArrayList<>();
    Runnable work =
        () ->
            inner.add(
                Run.of(
                    trial -> {
                      logger.log(Level.SEVERE, "inner", gone);
                      return null;
                    }));
    assertThat(startAndJoin(work)).isEqualTo(PASSED);
    assertThat(Run.error(inner.get(0))).hasCause(gone);
  }

  @Test
  void nestedTrial_takesItsOwn() {
    List<TrialOutcome> inner = new ArrayList<>();
    assertIsNotTaken(
        () ->
            inner.add(
                Run.of(
                    trial -> {
                      logger.log(Level.SEVERE, "inner", gone);
                      return null;
                    })));
    assertThat(Run.error(inner.get(0))).hasCause(gone);
  }

  @Test
  void parallelTrials_eachTakesItsOwn() {
    CountDownLatch both = new CountDownLatch(2);
    CompletableFuture<TrialOutcome> loud =
        onItsOwnThread(() -> logsWhenBothRun(both, Level.SEVERE));
    CompletableFuture<TrialOutcome> quiet =
        onItsOwnThread(() -> logsWhenBothRun(both, Level.WARNING));
    assertThat(Run.error(loud.join())).hasCause(gone);
    assertThat(quiet.join()).isEqualTo(PASSED);
  }

  /** Does not share a pool, which may have one thread only. */
  private static CompletableFuture<TrialOutcome> onItsOwnThread(Supplier<TrialOutcome> trial) {
    return CompletableFuture.supplyAsync(trial, task -> new Thread(task).start());
  }

  private TrialOutcome logsWhenBothRun(CountDownLatch both, Level level) {
    return Run.of(
        trial -> {
          both.countDown();
          both.await();
          logger.log(level, "here", gone);
          LoggerFactory.getLogger("com.acme")
              .atLevel(
                  level.equals(Level.SEVERE)
                      ? org.slf4j.event.Level.ERROR
                      : org.slf4j.event.Level.WARN)
              .setCause(gone)
              .log("here");
          assertThat(trial.flushLoggedErrors(IOException.class))
              .hasSize(level.equals(Level.SEVERE) ? 2 : 0);
          logger.log(level, "here again", gone);
          return null;
        });
  }

  @Test
  void logManager_resetInSetUp_isSeenInTheTest() {
    TrialRun run = Run.open();
    run.setUp(
        trial -> {
          LogManager.getLogManager().reset();
          loggingContext().getLogger("ROOT").detachAndStopAllAppenders();
          return null;
        });
    run.test(
        trial -> {
          logger.log(Level.SEVERE, "no 7", gone);
          LoggerFactory.getLogger("com.acme").error("no 8", gone);
          return null;
        });
    assertThat(Run.codes(run.close()))
        .containsExactly(FailureCode.LOGGED_ERROR, FailureCode.LOGGED_ERROR);
  }

  @Test
  void end_leavesNoHandlerBehind() {
    int handlers = Logger.getLogger("").getHandlers().length;
    assertIsNotTaken(() -> logger.info("hello"));
    assertThat(Logger.getLogger("").getHandlers()).hasSize(handlers);
    assertThat(loggingContext().getLogger("ROOT").iteratorForAppenders()).isExhausted();
  }
}
