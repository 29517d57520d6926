// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import dev.assay.deferred.Deferred;
import dev.assay.fake.VirtualClock;
import dev.assay.fake.protocol.StringTransport;
import dev.assay.junit.Trial;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.ConnectionLostException;
import dev.assay.protocol.Protocol;
import dev.assay.trial.FailureCode;
import dev.assay.trial.TrialContext;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.slf4j.LoggerFactory;

/** Mistakes that are only logged. */
@SuppressWarnings("FutureReturnValueIgnored") // they are mistakes
final class LoggingMistakes {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Logger JUL = Logger.getLogger("mistakes");
  private static final org.slf4j.Logger SLF4J = LoggerFactory.getLogger("mistakes");
  private static final System.Logger SYSTEM = System.getLogger("mistakes");

  private LoggingMistakes() {}

  @Mistake(value = "an errback handles a failure by logging it", code = FailureCode.LOGGED_ERROR)
  static final class ErrbackLogs {
    @Trial
    void errback() {
      Deferred.<String>fail(new IllegalStateException("boom")) // here
          .addErrback(ErrbackLogs::log);
    }

    private static String log(Throwable error) {
      JUL.log(Level.SEVERE, "failed", error);
      return "none";
    }
  }

  @Mistake(value = "a cleanup logs an error", code = FailureCode.LOGGED_ERROR)
  static final class CleanupLogs {
    @Trial
    void test(TrialContext trial) {
      trial.addCleanup(
          () -> {
            var error = new IllegalStateException("boom"); // here
            SYSTEM.log(System.Logger.Level.ERROR, "not closed", error);
          });
    }
  }

  @Mistake(value = "a teardown logs an error", code = FailureCode.LOGGED_ERROR)
  static final class TearDownLogs {
    @Trial
    void test() {}

    @AfterEach
    void close() {
      SLF4J.error("not closed", new IllegalStateException("boom")); // here
    }
  }

  @Mistake(value = "the setup of a class logs an error", code = FailureCode.LOGGED_ERROR)
  static final class SharedSetUpLogs {
    @BeforeAll
    static void open() {
      SLF4J.error("not opened", new IllegalStateException("boom")); // here
    }

    @Trial
    void test() {}
  }

  @Mistake(
      value = "an error is logged with arguments before its exception",
      code = FailureCode.LOGGED_ERROR)
  static final class LogsWithArguments {
    @Trial
    void log() {
      SLF4J.error("{} of {} failed", 1, 2, new IllegalStateException("boom")); // here
    }
  }

  @Mistake(value = "a step of a stage of the JDK logs an error", code = FailureCode.LOGGED_ERROR)
  static final class StageLogs {
    @Trial
    CompletableFuture<?> stage(VirtualClock clock) {
      CompletableFuture<String> answer = new CompletableFuture<>();
      clock.callLater(SECOND, () -> answer.completeExceptionally(new IOException("reset"))); // here
      return answer.exceptionally(StageLogs::log);
    }

    private static String log(Throwable error) {
      JUL.log(Level.SEVERE, error, () -> "no answer");
      return "none";
    }
  }

  @Mistake(value = "a task of the clock's executor logs an error", code = FailureCode.LOGGED_ERROR)
  static final class ExecutorLogs {
    @Trial
    void task(VirtualClock clock) {
      clock.executor().execute(() -> SLF4J.error("sad", new IllegalStateException("boom"))); // here
      clock.advance(SECOND);
    }
  }

  @Mistake(value = "a protocol logs how its connection was lost", code = FailureCode.LOGGED_ERROR)
  static final class ProtocolLogs {
    @Trial
    void connection(StringTransport transport) {
      transport.connect(new Complaining());
      transport.endConnection(new ConnectionLostException("over"));
    }

    /** Complains. */
    private static final class Complaining extends Protocol {
      @Override
      public void dataReceived(byte[] data) {}

      @Override
      protected void connectionLost(ConnectionClosedException reason) {
        JUL.log(Level.SEVERE, "lost", new IllegalStateException("boom")); // here
      }
    }
  }

  @Mistake(value = "a task of a pool logs an error", code = FailureCode.LOGGED_ERROR)
  static final class PoolLogs {
    @Trial
    void task() throws Exception {
      ExecutorService pool = Executors.newSingleThreadExecutor();
      pool.submit(() -> SLF4J.error("sad", new IllegalStateException("boom"))).get(); // here
      pool.shutdown();
    }
  }

  @Mistake(
      value = "the errors of another type are taken out of the log",
      code = FailureCode.LOGGED_ERROR)
  static final class FlushesAnotherType {
    @Trial
    void log(TrialContext trial) {
      SLF4J.error("sad", new IllegalStateException("boom")); // here
      trial.flushLoggedErrors(IOException.class);
    }
  }

  @Mistake(
      value = "an error is logged after those that were taken out of the log",
      code = FailureCode.LOGGED_ERROR)
  static final class LogsAfterFlush {
    @Trial
    void log(TrialContext trial) {
      JUL.log(Level.SEVERE, "first", new IOException("expected"));
      trial.flushLoggedErrors(IOException.class);
      JUL.log(Level.SEVERE, "second", new IOException("not expected")); // here
    }
  }

  @Mistake(
      value = "an exception whose message cannot be read is logged",
      code = FailureCode.LOGGED_ERROR)
  static final class LogsHostile {
    @Trial
    void log() {
      JUL.log(Level.SEVERE, "hostile", new Hostile()); // here
    }

    /** Cannot say what it is. */
    private static final class Hostile extends RuntimeException {
      private static final long serialVersionUID = 1;

      @Override
      public String getMessage() {
        throw new UnsupportedOperationException("no message");
      }
    }
  }
}
