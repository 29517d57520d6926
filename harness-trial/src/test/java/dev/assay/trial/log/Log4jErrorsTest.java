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
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ForkJoinPool;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.message.AsynchronouslyFormattable;
import org.apache.logging.log4j.message.Message;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Errors that code under test tells nobody but Log4j. */
final class Log4jErrorsTest {
  private static final TrialOutcome PASSED = new Passed(List.of());

  private final Logger logger = LogManager.getLogger("com.acme");
  private final LoggerContext context = LoggerContext.getContext(false);
  private final IOException gone = new IOException("gone");

  /** Keeps the errors of these tests out of the output of the build. */
  @BeforeEach
  void beQuiet() {
    List.copyOf(root().getAppenders().keySet()).forEach(root()::removeAppender);
  }

  @AfterEach
  void beQuietNoMore() {
    context.reconfigure();
  }

  private LoggerConfig root() {
    return context.getConfiguration().getRootLogger();
  }

  private static TrialOutcome trialOf(Runnable logs) {
    return Run.of(
        trial -> {
          logs.run();
          return null;
        });
  }

  @Test
  void errorWithAnException_fails() {
    TrialError error = Run.error(trialOf(() -> logger.error("no {}", 7, gone)));
    assertThat(error.code()).isEqualTo(FailureCode.LOGGED_ERROR);
    assertThat(error).hasCause(gone).hasMessageContaining("no 7: java.io.IOException: gone");
  }

  @Test
  void everyWayToLog_fails() {
    TrialOutcome outcome =
        trialOf(
            () -> {
              logger.fatal("no 7", gone);
              logger.catching(gone);
              logger.atError().withThrowable(gone).log("no {}", 8);
              logger.log(Level.forName("ALARM", 150), () -> "no 9", gone);
            });
    assertThat(Run.codes(outcome)).hasSize(4).containsOnly(FailureCode.LOGGED_ERROR);
  }

  @Test
  void errorWithAMessageThatThrows_fails() {
    TrialError error = Run.error(trialOf(() -> logger.error(new Untold(), gone)));
    assertThat(error.code()).isEqualTo(FailureCode.LOGGED_ERROR);
    assertThat(error).hasCause(gone).hasMessageContaining("a message that cannot be formatted");
  }

  /** A message that Log4j itself does not ask for its text. */
  @AsynchronouslyFormattable
  private static final class Untold implements Message {
    private static final long serialVersionUID = 1L;

    @Override
    public String getFormattedMessage() {
      throw new IllegalStateException("no text");
    }

    @Override
    public Object @Nullable [] getParameters() {
      return null;
    }

    @Override
    public @Nullable Throwable getThrowable() {
      return null;
    }
  }

  @Test
  void lesserLevels_andErrorsWithoutException_pass() {
    root().setLevel(Level.ALL);
    context.updateLoggers();
    assertThat(
            trialOf(
                () -> {
                  logger.warn("no 7", gone);
                  logger.debug("no 7", gone);
                  logger.error("no 7");
                  logger.error("no {}", gone.getMessage());
                }))
        .isEqualTo(PASSED);
  }

  @Test
  void flushed_passes() {
    assertThat(
            Run.of(
                trial -> {
                  logger.error("no 7", gone);
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
          logger.error("theirs", gone);
          done.complete(null);
        };
    assertThat(
            trialOf(
                () -> {
                  ForkJoinPool.commonPool().execute(work);
                  done.join();
                }))
        .isEqualTo(PASSED);
  }

  @Test
  void nestedTrial_takesItsOwn() {
    List<TrialOutcome> inner = new ArrayList<>();
    assertThat(trialOf(() -> inner.add(trialOf(() -> logger.error("inner", gone)))))
        .isEqualTo(PASSED);
    assertThat(Run.error(inner.get(0))).hasCause(gone);
  }

  @Test
  void parallelTrials_eachTakesItsOwn() {
    CyclicBarrier both = new CyclicBarrier(2);
    CompletableFuture<TrialOutcome> loud = logsWhileBothRun(both, Level.ERROR);
    CompletableFuture<TrialOutcome> quiet = logsWhileBothRun(both, Level.WARN);
    assertThat(Run.error(loud.join())).hasCause(gone);
    assertThat(quiet.join()).isEqualTo(PASSED);
  }

  /** Does not share a pool, which may have one thread only. */
  private CompletableFuture<TrialOutcome> logsWhileBothRun(CyclicBarrier both, Level level) {
    return CompletableFuture.supplyAsync(
        () ->
            Run.of(
                trial -> {
                  both.await();
                  logger.log(level, "here", gone);
                  both.await();
                  return null;
                }),
        task -> new Thread(task).start());
  }

  @Test
  void configuration_resetInSetUp_isSeenInTheTest() {
    TrialRun run = Run.open();
    run.setUp(
        trial -> {
          context.reconfigure();
          beQuiet();
          return null;
        });
    run.test(
        trial -> {
          logger.error("no 7", gone);
          return null;
        });
    assertThat(Run.error(run.close())).hasCause(gone);
  }

  @Test
  void end_leavesNoAppenderBehind() {
    List<String> during = new ArrayList<>();
    trialOf(() -> during.addAll(root().getAppenders().keySet()));
    assertThat(during).singleElement().asString().startsWith("trial");
    assertThat(root().getAppenders()).isEmpty();
  }
}
