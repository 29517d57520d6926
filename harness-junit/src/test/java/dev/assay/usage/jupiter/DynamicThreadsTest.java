// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.assay.deferred.Deferred;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.TimeLimit;
import dev.assay.junit.jupiter.TrialExtension;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dynamic tests that are run in parallel, with each other and with what makes them. */
final class DynamicThreadsTest {
  private static final int COUNT = 60;

  @ParameterizedTest
  @ValueSource(strings = {"FORK_JOIN_POOL", "WORKER_THREAD_POOL"})
  void dynamicTests_thatUseTheClockOfTheirFactory_takeTurns(String pool) {
    Ran ran = inEightThreads(Sharing.class, pool);

    assertThat(ran.tests()).hasSize(2 * COUNT).allSatisfy(DynamicThreadsTest::hasPassed);
    assertThat(ran.containers()).allSatisfy(DynamicThreadsTest::hasPassed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"FORK_JOIN_POOL", "WORKER_THREAD_POOL"})
  void dynamicTests_thatLeaveACallOnTheClockOfTheirFactory_failTheFactoryOnly(String pool) {
    Ran ran = inEightThreads(Leaving.class, pool);

    assertThat(ran.tests()).hasSize(COUNT).allSatisfy(DynamicThreadsTest::hasPassed);
    assertThat(ran.containers()).containsEntry("factory(VirtualClock)", "A-PENDING-CALL");
    assertThat(ran.failureOf("factory(VirtualClock)"))
        .hasMessageContaining(COUNT + " calls are still armed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"FORK_JOIN_POOL", "WORKER_THREAD_POOL"})
  void dynamicTests_thatShareNothing_areRunAtOnce(String pool) {
    assertThat(inEightThreads(Apart.class, pool).tests())
        .containsOnly(
            entry("0", "passed"),
            entry("1", "A-PENDING-DEFERRED"),
            entry("2", "passed"),
            entry("3", "A-PENDING-DEFERRED"));
  }

  private static void hasPassed(String test, String word) {
    assertThat(word).as(test).isEqualTo("passed");
  }

  private static Ran inEightThreads(Class<?> type, String pool) {
    String parallel = "junit.jupiter.execution.parallel.";
    return Ran.of(
        type,
        kit ->
            kit.configurationParameter(parallel + "enabled", "true")
                .configurationParameter(parallel + "mode.default", "concurrent")
                .configurationParameter(parallel + "config.executor-service", pool)
                .configurationParameter(parallel + "config.strategy", "fixed")
                .configurationParameter(parallel + "config.fixed.parallelism", "8"));
  }

  @ExtendWith(TrialExtension.class)
  static final class Sharing {
    private final VirtualClock clock;
    private int done;

    Sharing(VirtualClock clock) {
      this.clock = clock;
    }

    @TestFactory
    List<DynamicTest> atOnce() {
      return IntStream.range(0, COUNT)
          .mapToObj(i -> dynamicTest("at once " + i, this::use))
          .toList();
    }

    @TestFactory
    Stream<DynamicTest> lazily() {
      return IntStream.range(0, COUNT)
          .mapToObj(
              i -> {
                use();
                return dynamicTest("lazily " + i, this::use);
              });
    }

    private void use() {
      int before = done;
      clock.callLater(Duration.ofSeconds(1), () -> done++);
      clock.advance(Duration.ofSeconds(1));
      assertThat(done).isEqualTo(before + 1);
    }
  }

  @ExtendWith(TrialExtension.class)
  static final class Leaving {
    @TestFactory
    Stream<DynamicTest> factory(VirtualClock clock) {
      return IntStream.range(0, COUNT)
          .mapToObj(
              i ->
                  dynamicTest(
                      String.valueOf(i), () -> clock.callLater(Duration.ofSeconds(1), () -> {})));
    }
  }

  /** Dynamic tests none of which goes on before all have begun. */
  @ExtendWith(TrialExtension.class)
  @TimeLimit(blocking = "20s")
  static final class Apart {
    private final CyclicBarrier all = new CyclicBarrier(4);

    @TestFactory
    Stream<DynamicTest> factory() {
      return IntStream.range(0, 4).mapToObj(i -> dynamicTest(String.valueOf(i), () -> meet(i)));
    }

    private void meet(int number) throws Exception {
      all.await(20, TimeUnit.SECONDS);
      VirtualClock clock = new VirtualClock();
      clock.advance(Duration.ofSeconds(number));
      if (number % 2 == 1) {
        new Deferred<String>().addCallback(value -> value);
      }
    }
  }
}
