// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Nulls are refused, before anything else is looked at, in each overload. */
@SuppressWarnings({"NullAway", "FutureReturnValueIgnored", "UnnecessaryLambda"})
final class SchedulerRefusalsTest {
  private static final Runnable NO_COMMAND = null;
  private static final Callable<String> NO_TASK = null;
  private static final Runnable COMMAND = () -> {};
  private static final Callable<String> TASK = () -> "x";
  private static final List<Callable<String>> TASKS = List.of(TASK);

  /** Tasks of which the first never is: whoever runs them in order does not get to the null. */
  private static final List<Callable<String>> NULLS = Arrays.asList(NO_TASK, TASK);

  private record Refusal(String rule, Use use) {}

  /** What must be refused. */
  private interface Use {
    void of(ScheduledExecutorService executor) throws Exception;
  }

  private static List<Refusal> refusals() {
    List<Refusal> all = new ArrayList<>();
    all.add(new Refusal("execute null", e -> e.execute(null)));
    all.add(new Refusal("submit null runnable", e -> e.submit(NO_COMMAND)));
    all.add(new Refusal("submit null runnable, result", e -> e.submit(NO_COMMAND, "x")));
    all.add(new Refusal("submit null callable", e -> e.submit(NO_TASK)));
    all.add(new Refusal("schedule null runnable", e -> e.schedule(NO_COMMAND, 1, SECONDS)));
    all.add(new Refusal("schedule null callable", e -> e.schedule(NO_TASK, 1, SECONDS)));
    all.add(new Refusal("schedule runnable, null unit", e -> e.schedule(COMMAND, 1, null)));
    all.add(new Refusal("schedule callable, null unit", e -> e.schedule(TASK, 1, null)));
    all.add(new Refusal("rate, null", e -> e.scheduleAtFixedRate(NO_COMMAND, 1, 0, SECONDS)));
    all.add(new Refusal("rate, null unit", e -> e.scheduleAtFixedRate(COMMAND, 1, 0, null)));
    all.add(new Refusal("delay, null", e -> e.scheduleWithFixedDelay(NO_COMMAND, 1, 0, SECONDS)));
    all.add(new Refusal("delay, null unit", e -> e.scheduleWithFixedDelay(COMMAND, 1, 0, null)));
    all.add(new Refusal("invokeAll null", e -> e.invokeAll(null)));
    all.add(new Refusal("invokeAll null element", e -> e.invokeAll(NULLS)));
    all.add(new Refusal("timed invokeAll null", e -> e.invokeAll(null, 1, SECONDS)));
    all.add(new Refusal("timed invokeAll null element", e -> e.invokeAll(NULLS, 1, SECONDS)));
    all.add(new Refusal("timed invokeAll null unit", e -> e.invokeAll(TASKS, 1, null)));
    all.add(new Refusal("invokeAny null", e -> e.invokeAny(null)));
    all.add(new Refusal("invokeAny null element", e -> e.invokeAny(NULLS)));
    all.add(new Refusal("timed invokeAny null", e -> e.invokeAny(null, 1, SECONDS)));
    all.add(new Refusal("timed invokeAny null element", e -> e.invokeAny(NULLS, 1, SECONDS)));
    all.add(new Refusal("timed invokeAny null unit", e -> e.invokeAny(TASKS, 1, null)));
    all.add(new Refusal("awaitTermination null unit", e -> e.awaitTermination(1, null)));
    all.add(new Refusal("get null unit", SchedulerRefusalsTest::getWithoutUnit));
    return all;
  }

  private static void getWithoutUnit(ScheduledExecutorService executor) throws Exception {
    Future<String> done = executor.submit(TASK);
    done.get(60, SECONDS);
    done.get(1, null);
  }

  @TestFactory
  Stream<DynamicTest> refusals_ofAnExecutorThatRuns() {
    return each(false, refusals());
  }

  @TestFactory
  Stream<DynamicTest> refusals_ofAnExecutorThatWasShutDown() {
    return each(
        true, refusals().stream().filter(refusal -> !refusal.rule.startsWith("get")).toList());
  }

  @TestFactory
  Stream<DynamicTest> nullBehindATaskThatSucceeds_isRefusedBeforeThatOneRuns() {
    List<Callable<String>> late = Arrays.asList(TASK, NO_TASK);
    return each(
            false,
            List.of(
                new Refusal("invokeAny", e -> e.invokeAny(late)),
                new Refusal("timed invokeAny", e -> e.invokeAny(late, 1, SECONDS)),
                new Refusal("invokeAll", e -> e.invokeAll(late)),
                new Refusal("timed invokeAll", e -> e.invokeAll(late, 1, SECONDS))))
        .filter(
            test -> !test.getDisplayName().contains("JDK")); // there it depends on who is faster
  }

  private static Stream<DynamicTest> each(boolean shutdown, List<Refusal> refusals) {
    return Stream.of(SchedulerSubject.values())
        .flatMap(
            subject ->
                refusals.stream()
                    .map(
                        refusal ->
                            DynamicTest.dynamicTest(
                                subject + ": " + refusal.rule,
                                () -> check(subject.open(), shutdown, refusal.use))));
  }

  private static void check(ScheduledExecutorService executor, boolean shutdown, Use use) {
    if (shutdown) {
      executor.shutdown();
    }
    ThrowingCallable refused = () -> use.of(executor);
    try {
      assertThatNullPointerException().isThrownBy(refused);
    } finally {
      executor.shutdownNow();
    }
  }
}
