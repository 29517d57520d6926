// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.testkit.engine.EventConditions.abortedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.container;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.skippedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.assay.deferred.Deferred;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.Todo;
import dev.assay.junit.Trial;
import dev.assay.trial.LeftBehindError;
import dev.assay.trial.TrialContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Events;
import org.opentest4j.TestAbortedException;

final class TrialExecutionTest {
  @Test
  void trials_eachOutcome_isToldToJUnit() {
    Events tests = Engine.run(Outcomes.class).testEvents();

    tests.assertStatistics(s -> s.started(6).succeeded(2).failed(2).aborted(2).skipped(1));
    tests
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                test("leavesACall"), finishedWithFailure(instanceOf(LeftBehindError.OfCall.class))))
        .haveExactly(1, event(test("fails"), finishedWithFailure(message("too bad"))))
        .haveExactly(1, event(test("isNotDone"), abortedWithReason(message("todo: later"))))
        .haveExactly(1, event(test("doesNotApply"), abortedWithReason(message("not on a Monday"))))
        .haveExactly(1, event(test("isOff"), skippedWithReason("broken")));
  }

  static final class Outcomes {
    @Trial
    void passes() {}

    @Trial
    Deferred<?> passesLater(FakeReactor reactor) {
      Deferred<String> later = new Deferred<>();
      reactor.callLater(Duration.ofHours(1).dividedBy(60), () -> later.callback("done"));
      return later;
    }

    @Trial
    void leavesACall(VirtualClock clock) {
      clock.callLater(Duration.ofSeconds(1), () -> {});
    }

    @Trial
    CompletableFuture<String> fails() {
      return CompletableFuture.failedFuture(new AssertionError("too bad"));
    }

    @Trial
    @Todo("later")
    void isNotDone() {
      throw new IllegalStateException("not yet");
    }

    @Trial
    void doesNotApply() {
      throw new TestAbortedException("not on a Monday");
    }

    @Trial
    @Disabled("broken")
    void isOff() {
      throw new AssertionError("is off");
    }
  }

  @Test
  void fixtures_nestedClass_outerFirstAndTheSameInstances() {
    EngineExecutionResults results = Engine.run(Order.class);

    results.testEvents().assertStatistics(s -> s.started(1).failed(1));
    assertThat(failure(results)).hasMessage("[base, outer, inner, test, -inner, -outer, -base]");
  }

  private static Throwable failure(EngineExecutionResults results) {
    return results.allEvents().failed().stream()
        .findFirst()
        .flatMap(event -> event.getPayload(org.junit.platform.engine.TestExecutionResult.class))
        .flatMap(org.junit.platform.engine.TestExecutionResult::getThrowable)
        .orElseThrow();
  }

  abstract static class Base {
    final List<String> log = new ArrayList<>();

    @BeforeEach
    void before() {
      log.add("base");
    }

    @AfterEach
    void after() {
      log.add("-base");
      throw new AssertionError(log.toString());
    }
  }

  static final class Order extends Base {
    final FakeReactor reactor;

    Order(FakeReactor reactor) {
      this.reactor = reactor;
    }

    @BeforeEach
    Deferred<?> outerBefore(FakeReactor same, TrialContext trial) {
      assertThat(same).isSameAs(reactor);
      Deferred<String> later = new Deferred<>();
      same.callLater(
          Duration.ofSeconds(1),
          () -> {
            log.add("outer");
            later.callback("");
          });
      return later;
    }

    @AfterEach
    void outerAfter() {
      log.add("-outer");
    }

    @Nested
    final class Inner {
      @BeforeEach
      void innerBefore() {
        log.add("inner");
      }

      @AfterEach
      void innerAfter() {
        log.add("-inner");
      }

      @Trial
      void test(FakeReactor same) {
        assertThat(same).isSameAs(reactor);
        log.add("test");
      }
    }
  }

  @Test
  void malformed_eachTrial_failsAndIsWarnedOf() {
    EngineExecutionResults results = Engine.run(Malformed.class);

    results.testEvents().assertStatistics(s -> s.started(4).failed(3).succeeded(1));
    assertThat(Engine.select(Malformed.class).discover().getDiscoveryIssues()).hasSize(3);
    results
        .containerEvents()
        .assertThatEvents()
        .doNotHave(event(container(), finishedWithFailure()));
  }

  static final class Malformed {
    @Trial
    private void hidden() {}

    @Trial
    int counts() {
      return 1;
    }

    @Trial
    void asksFor(String text) {}

    @Trial
    void isFine() {}
  }
}
