// SPDX-License-Identifier: Apache-2.0
package dev.assay.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.Lenient;
import dev.assay.junit.Todo;
import dev.assay.junit.Trial;
import dev.assay.trial.TrialContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.opentest4j.TestAbortedException;

/** Classes with trials of each outcome, and with fixtures that tell what they have seen. */
public final class OutcomeSamples {
  private OutcomeSamples() {}

  private static Deferred<String> later(VirtualClock clock, Runnable action) {
    Deferred<String> later = new Deferred<>();
    clock.callLater(
        Duration.ofSeconds(1),
        () -> {
          action.run();
          later.callback("done");
        });
    return later;
  }

  public static final class Outcomes {
    @Trial
    void passes() {}

    @Trial
    Deferred<?> passesLater(VirtualClock clock) {
      return later(clock, () -> {});
    }

    @Trial
    void leavesACall(VirtualClock clock) {
      clock.callLater(Duration.ofSeconds(1), () -> {});
    }

    @Trial
    @Lenient
    void mayLeaveACall(VirtualClock clock) {
      clock.callLater(Duration.ofSeconds(1), () -> {});
    }

    @Trial
    CompletableFuture<String> fails() {
      return CompletableFuture.failedFuture(new AssertionError("too bad"));
    }

    @Trial
    @Todo("later")
    CompletableFuture<String> isNotDone() {
      return CompletableFuture.failedFuture(new IllegalStateException("not yet"));
    }

    @Trial
    CompletableFuture<String> doesNotApply() {
      return CompletableFuture.failedFuture(new TestAbortedException("not on a Monday"));
    }

    @Trial
    @Nullable Deferred<?> announcesAndReturnsNothing() {
      return null;
    }

    @Trial
    @Disabled("broken")
    CompletableFuture<String> isOff() {
      return CompletableFuture.failedFuture(new AssertionError("is off"));
    }
  }

  public abstract static class Base {
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

  public static final class Order extends Base {
    final FakeReactor reactor;

    Order(FakeReactor reactor) {
      this.reactor = reactor;
    }

    @BeforeEach
    Deferred<?> outerBefore(FakeReactor same, VirtualClock clock) {
      assertThat(same).isSameAs(reactor);
      return later(clock, () -> log.add("outer"));
    }

    @AfterEach
    Deferred<?> outerAfter(VirtualClock clock) {
      return later(clock, () -> log.add("-outer"));
    }

    @Nested
    final class Inner {
      final TrialContext context;

      Inner(TrialContext trial) {
        context = trial;
      }

      @BeforeEach
      void innerBefore() {
        log.add("inner");
      }

      @AfterEach
      void innerAfter() {
        log.add("-inner");
      }

      @Trial
      void test(FakeReactor same, TrialContext trial) {
        assertThat(same).isSameAs(reactor);
        assertThat(trial).isSameAs(context);
        trial.addCleanup(() -> log.add("cleanup"));
        log.add("test");
      }
    }
  }

  public static final class SetUpFails {
    @BeforeEach
    void fails() {
      assertThat(1).as("set up").isEqualTo(2);
    }

    @Trial
    void isNotRun() {
      assertThat(1).as("tested").isEqualTo(2);
    }
  }

  public static final class OncePerClass {
    public static final List<String> LOG = new ArrayList<>();

    @BeforeAll
    static Deferred<?> before(VirtualClock clock) {
      return later(clock, () -> LOG.add("before"));
    }

    @AfterAll
    static Deferred<?> after(VirtualClock clock) {
      return later(clock, () -> LOG.add("after"));
    }

    @Trial
    void test() {
      LOG.add("test");
    }
  }

  public static final class BeforeAllFails {
    @BeforeAll
    static void fails() {
      assertThat(1).as("once").isEqualTo(2);
    }

    @Trial
    void isNotRun() {}
  }

  @Disabled("all of it")
  public static final class ClassIsOff {
    @Trial
    void isNotRun() {}
  }

  public static final class ClassLeavesACall {
    @BeforeAll
    static void arms(VirtualClock clock) {
      clock.callLater(Duration.ofSeconds(1), () -> {});
    }

    @Trial
    void passes() {}
  }

  /** What a static field holds belongs to no trial, not even to the first one. */
  public static final class StaticField {
    private static final Deferred<String> SHARED = Deferred.succeed("pong");

    @Trial
    void usesIt() {
      SHARED.addCallback(value -> value);
    }
  }

  /** What a trial waits for is its own affair, whoever has made it. */
  public static final class StaticFieldAwaited {
    private static final Deferred<String> SHARED = new Deferred<>();

    @Trial
    void waitsForIt() {
      SHARED.addCallback(value -> value);
    }
  }

  public static final class InitialiserFails {
    static final int LENGTH = Integer.parseInt("four");

    @Trial
    void isNotRun() {}
  }
}
