// SPDX-License-Identifier: Apache-2.0
package dev.assay.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.junit.TimeLimit;
import dev.assay.junit.Trial;
import dev.assay.trial.TrialContext;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Trials whose threads tell errors nobody but the log. */
public final class LogSamples {
  private static final Logger LOGGER = Logger.getLogger("com.acme");

  private LogSamples() {}

  private static void log() {
    LOGGER.log(Level.SEVERE, "could not send", new IOException("gone"));
  }

  private static void logOnAThread() throws InterruptedException {
    Thread worker = new Thread(LogSamples::log, "worker");
    worker.start();
    worker.join();
  }

  public static final class OnItsThreads {
    @Trial
    void logs() throws InterruptedException {
      logOnAThread();
    }

    @Trial
    void flushes(TrialContext trial) throws InterruptedException {
      logOnAThread();
      assertThat(trial.flushLoggedErrors(IOException.class)).hasSize(1);
    }

    @Trial
    @TimeLimit(blocking = "20s")
    void logsInThePoolOfAll() throws InterruptedException {
      CountDownLatch done = new CountDownLatch(1);
      ForkJoinPool.commonPool().execute(() -> logAndThen(done));
      done.await();
    }

    private static void logAndThen(CountDownLatch done) {
      log();
      done.countDown();
    }
  }

  /** Two trials, one of which logs while the other runs. */
  @TimeLimit(blocking = "20s")
  public static final class Together {
    private static final CyclicBarrier BOTH = new CyclicBarrier(2);

    private static void meet() throws Exception {
      BOTH.await(20, TimeUnit.SECONDS);
    }

    @Trial
    void isLoud() throws Exception {
      meet();
      logOnAThread();
      meet();
    }

    @Trial
    void isQuiet() throws Exception {
      Thread idle = new Thread(() -> {});
      idle.start();
      meet();
      meet();
      idle.join();
    }
  }

  /** A thread that belongs to the class, and not to the trial that uses it. */
  @TimeLimit(blocking = "20s")
  public static final class OnThreadsOfTheClass {
    private static ExecutorService pool = Executors.newSingleThreadExecutor();

    @BeforeAll
    static void before() {
      pool.execute(() -> {});
    }

    @AfterAll
    static void after() {
      pool.shutdown();
    }

    @Trial
    void uses() throws Exception {
      pool.submit(LogSamples::log).get();
    }
  }
}
