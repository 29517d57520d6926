// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.assay.deferred.Deferred;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.TimeLimit;
import dev.assay.junit.jupiter.TrialExtension;
import dev.assay.trial.TrialContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ThreadsTest {
  @Test
  void testOnAThreadOfItsOwn_isTheSameTrial() {
    assertThat(Ran.of(Separate.class).tests())
        .containsOnly(
            entry("awaits(TrialContext)", "passed"),
            entry("leaks()", "A-PENDING-CALL"),
            entry("leaksOfItsOwn()", "A-PENDING-CALL"));
  }

  @ParameterizedTest
  @ValueSource(classes = {HangingHere.class, HangingApart.class})
  void timeoutOfJupiter_tellsWhatIsPending(Class<?> type) {
    Ran ran = Ran.of(type);

    assertThat(ran.failureOf("test(VirtualClock)")).hasMessageContaining("timed out after");
    assertThat(ran.suppressedIn("test(VirtualClock)")).contains("A-STUCK", "A-PENDING-CALL");
    assertThat(ran.failureOf("test(VirtualClock)").getSuppressed())
        .anySatisfy(
            dump ->
                assertThat(dump)
                    .hasMessageContainingAll(
                        "the limit of its @Timeout is reached (virtual t=3s",
                        "ThreadsTest.java:",
                        "DelayedCall#1: due at t=4s"));
  }

  @Test
  void threadThatDoesNotAnswerItsTimeout_isToldWithIt() {
    Ran ran = Ran.of(Deaf.class);

    assertThat(ran.failureOf("test()")).hasMessageContaining("timed out after");
    assertThat(ran.suppressedIn("test()")).containsExactly("A-STUCK");
    Deaf.RELEASE.countDown();
  }

  @Test
  void threadThatAnswersNoInterrupt_isToldInTheLog() {
    Logger logger = Logger.getLogger("dev.assay");
    Release told = new Release();
    logger.addHandler(told);
    try {
      assertThat(Ran.of(Joins.class).tests()).containsOnly(entry("joins()", "A-REAL-WAIT"));
    } finally {
      logger.removeHandler(told);
    }
    assertThat(told.records)
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.getMessage()).startsWith("joins() hangs").contains("@Timeout");
              assertThat(record.getThrown()).hasMessageContaining("ThreadsTest.java:");
            });
  }

  @Test
  void hungTest_isGivenUpByTheWatchdog_andTheNextOneRuns() {
    assertThat(Ran.of(Hung.class).tests())
        .containsOnly(entry("hangs()", "A-STUCK"), entry("runs()", "passed"));
  }

  @Test
  void watchdog_ofARun_endsWithIt() {
    Set<Thread> before = Thread.getAllStackTraces().keySet();

    Ran.of(Hung.class);

    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> thread.getName().equals("trial watchdog"))
        .filteredOn(thread -> !before.contains(thread))
        .allSatisfy(thread -> thread.join(5_000))
        .noneMatch(Thread::isAlive);
  }

  @ParameterizedTest
  @ValueSource(strings = {"FORK_JOIN_POOL", "WORKER_THREAD_POOL"})
  void eightThreads_eachTestIsBlamedForItsOwnLeakOnly(String pool) {
    String parallel = "junit.jupiter.execution.parallel.";
    Ran ran =
        Ran.of(
            Many.class,
            kit ->
                kit.configurationParameter(parallel + "enabled", "true")
                    .configurationParameter(parallel + "mode.default", "concurrent")
                    .configurationParameter(parallel + "config.executor-service", pool)
                    .configurationParameter(parallel + "config.strategy", "fixed")
                    .configurationParameter(parallel + "config.fixed.parallelism", "8"));

    assertThat(ran.tests()).hasSize(Many.COUNT);
    assertThat(ran.tests().entrySet()).allMatch(Many::isRight);
  }

  @ExtendWith(TrialExtension.class)
  @Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
  static final class Separate {
    private final FakeReactor reactor = new FakeReactor();

    @BeforeEach
    void setUp() {
      reactor.advance(Duration.ofSeconds(1));
    }

    @Test
    void awaits(TrialContext trial) throws Throwable {
      Deferred<String> pong = new Deferred<>();
      reactor.callLater(Duration.ofSeconds(1), () -> pong.callback("pong"));
      assertThat(trial.await(pong)).isEqualTo("pong");
    }

    @Test
    void leaks() {
      reactor.callLater(Duration.ofSeconds(1), () -> {});
    }

    @Test
    void leaksOfItsOwn() {
      new VirtualClock().callLater(Duration.ofSeconds(1), () -> {});
    }

    @AfterEach
    void tearDown() {
      reactor.advance(Duration.ZERO);
    }
  }

  @ExtendWith(TrialExtension.class)
  @TimeLimit(blocking = "1m", real = "1m")
  static final class HangingHere {
    @Test
    @Timeout(value = 200, unit = TimeUnit.MILLISECONDS)
    void test(VirtualClock clock) throws InterruptedException {
      clock.advance(Duration.ofSeconds(3));
      clock.callLater(Duration.ofSeconds(1), () -> {});
      new CountDownLatch(1).await();
    }
  }

  @ExtendWith(TrialExtension.class)
  @TimeLimit(blocking = "1m", real = "1m")
  static final class HangingApart {
    @Test
    @Timeout(value = 200, unit = TimeUnit.MILLISECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
    void test(VirtualClock clock) throws InterruptedException {
      clock.advance(Duration.ofSeconds(3));
      clock.callLater(Duration.ofSeconds(1), () -> {});
      new CountDownLatch(1).await();
    }
  }

  @ExtendWith(TrialExtension.class)
  @TimeLimit(blocking = "1m", real = "1m")
  static final class Deaf {
    static final CountDownLatch RELEASE = new CountDownLatch(1);

    @Test
    @Timeout(value = 200, unit = TimeUnit.MILLISECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
    void test() {
      while (RELEASE.getCount() > 0) {
        Thread.onSpinWait();
      }
    }
  }

  @ExtendWith(TrialExtension.class)
  static final class Joins {
    static final CompletableFuture<String> ANSWER = new CompletableFuture<>();

    @Test
    void joins() {
      ANSWER.join();
    }
  }

  /** Ends the wait for which nobody else would come, once it is told. */
  private static final class Release extends Handler {
    final List<LogRecord> records = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord record) {
      records.add(record);
      Joins.ANSWER.complete("late");
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @ExtendWith(TrialExtension.class)
  static final class Hung {
    @Test
    @TimeLimit(real = "300ms")
    void hangs() {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.onSpinWait();
      }
    }

    @Test
    void runs() {}
  }

  @ExtendWith(TrialExtension.class)
  static final class Many {
    static final int COUNT = 400;

    static IntStream numbers() {
      return IntStream.range(0, COUNT);
    }

    static boolean isRight(Map.Entry<String, String> test) {
      int number = Integer.parseInt(test.getKey());
      return test.getValue().equals(number % 2 == 0 ? "passed" : "A-PENDING-CALL");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("numbers")
    void test(int number, VirtualClock clock, TrialContext trial) throws Throwable {
      Deferred<Integer> answer = new Deferred<>();
      clock.callLater(Duration.ofMillis(number), () -> answer.callback(number));
      if (number % 2 == 1) {
        clock.callLater(Duration.ofDays(1), () -> {});
      }
      trial.await(answer);
      assertThat(clock.elapsed()).isEqualTo(Duration.ofMillis(number));
    }
  }
}
