// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.trial.ExpectedError;
import dev.assay.trial.RealTimeRule;
import dev.assay.trial.Strictness;
import dev.assay.trial.TrialBody;
import dev.assay.trial.TrialSettings;
import dev.assay.trial.run.TrialRun;
import dev.assay.trial.run.Watchdog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;

/**
 * The text of every kind of failure, word for word: each is a file of its own, in which only the
 * numbers of lines are left out, and how much real time has gone by.
 */
final class FailureTextTest {
  private static final TrialSettings HASTY =
      TrialSettings.DEFAULT
          .withRealLimit(Duration.ofMillis(400))
          .withBlockingLimit(Duration.ofMillis(100))
          .withRealTime(RealTimeRule.FAIL);

  private final Map<String, TrialBody> failures = new LinkedHashMap<>();

  @TestFactory
  Stream<DynamicTest> leftover_ofEachKind_readsAsItsFile() {
    Leaks leaks = new Leaks();
    add("pending-call", leaks::call);
    add("pending-call-clocks", leaks::otherClock);
    add("pending-call-looping", leaks::loop);
    add("pending-call-timeout", leaks::timeout);
    add("pending-call-not-started", leaks::callWhenRunning);
    add("pending-calls-many", leaks::manyCalls);
    add("pending-deferred", leaks::deferred);
    add("foreign-call-refused", leaks::foreignFiring);
    add("open-port", leaks::port);
    add("open-port-datagrams", leaks::datagramPort);
    add("open-connection", leaks::connection);
    add("open-connection-attempt", leaks::attempt);
    add("open-connection-half-closed", leaks::halfClosed);
    add("running-process", leaks::process);
    add("open-descriptor", leaks::descriptor);
    add("pending-producer", leaks::producer);
    add("pending-producer-wire", leaks::wireProducer);
    add("open-connection-wire", leaks::wireHeldByProducer);
    add("open-connection-partition", leaks::partitioned);
    add("never-happened", leaks::unstruckFault);
    add("never-happened-scripts", leaks::unusedScripts);
    add("pending-task", leaks::task);
    add("held-lock", leaks::lock);
    add("foreign-call", leaks::foreignCall);
    add("pending-deferred-lock", leaks::waitingForLock);
    add("unhandled-failure", leaks::failure);
    add("unhandled-failure-loop", leaks::loopThatThrows);
    add("logged-error", leaks::loggedError);
    return tests();
  }

  @TestFactory
  Stream<DynamicTest> failure_ofEachOtherKind_readsAsItsFile() {
    Hangs hangs = new Hangs();
    add("never-fires", hangs::never);
    add("never-fires-links", hangs::neverThroughLinks);
    add("never-fires-groups", hangs::neverThroughGroups);
    add("never-fires-stage", hangs::stage);
    add("time-limit", hangs::timeLimit);
    add("time-limit-beyond", hangs::timeLimitBeyond);
    add("livelock", hangs::livelock);
    add("blocking", hangs::sleep);
    add("blocking-test", hangs::sleepInTest);
    add("real-wait", hangs::realWait);
    add("real-time", hangs::timerOfTheJdk);
    add("stuck", hangs::compute);
    add("interrupted", hangs::interrupted);
    add("after-end", hangs::afterEnd);
    return tests();
  }

  private Stream<DynamicTest> tests() {
    return failures.entrySet().stream()
        .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> check(each.getKey())));
  }

  @Test
  void success_ofWhatIsToDo_readsAsItsFile() {
    ExpectedError todo = new ExpectedError("answers to pings", List.of());

    List<Throwable> problems =
        FrozenRun.problems(FrozenRun.of(TrialSettings.DEFAULT.withTodo(todo), trial -> null));

    assertThat(problems).singleElement().satisfies(only -> check("unexpected-success", only));
  }

  @Test
  void assumption_thatFailsAfterTheTest_readsAsItsFile() {
    List<Throwable> problems =
        FrozenRun.problems(
            FrozenRun.of(
                TrialSettings.DEFAULT.withStrictness(Strictness.STRICT),
                trial -> {
                  trial.addCleanup(FailureTextTest::assume);
                  return null;
                }));

    assertThat(problems).singleElement().satisfies(only -> check("late-assumption", only));
  }

  private static void assume() {
    throw new TestAbortedException("the server is gone");
  }

  private void add(String name, TrialBody body) {
    failures.put(name, body);
  }

  private void check(String name) {
    TrialRun run = FrozenRun.open(HASTY);
    try (Watchdog watchdog = new Watchdog()) {
      watchdog.watch(run, () -> {});
      run.test(Objects.requireNonNull(failures.get(name)));
    }
    Throwable found =
        FrozenRun.problems(run.close()).stream()
            .filter(
                problem -> ("a-" + name).startsWith(codeOf(String.valueOf(problem.getMessage()))))
            .findFirst()
            .orElseThrow();
    check(name, found);
  }

  private static void check(String name, Throwable found) {
    String text = String.valueOf(found.getMessage());
    String plain =
        text.replaceAll("\\.java:\\d+", ".java:…").replaceAll("about \\d+ ms", "about … ms");
    assertThat(plain + "\n").isEqualTo(golden(name));
  }

  private static String codeOf(String message) {
    return message.substring(0, message.indexOf(':')).toLowerCase(Locale.ROOT);
  }

  private static String golden(String name) {
    String file = "/failures/" + name + ".txt";
    try (InputStream stream = FailureTextTest.class.getResourceAsStream(file)) {
      return stream == null
          ? "there is no file " + file
          : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
