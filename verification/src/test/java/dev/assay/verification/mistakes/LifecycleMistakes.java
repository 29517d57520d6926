// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import dev.assay.deferred.Deferred;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.fake.protocol.AccumulatingProtocol;
import dev.assay.junit.Todo;
import dev.assay.junit.Trial;
import dev.assay.trial.FailureCode;
import dev.assay.trial.TrialContext;
import dev.assay.trial.Trials;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Mistakes before, after and around a test. */
@SuppressWarnings({"InfiniteRecursion", "ReturnValueIgnored"}) // they are mistakes
final class LifecycleMistakes {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private LifecycleMistakes() {}

  @Mistake(value = "a setup fails after it has returned", elsewhere = "passes in Jupiter")
  static final class SetUpFailsLater {
    @BeforeEach
    Deferred<?> setUp(VirtualClock clock) {
      Deferred<String> ready = new Deferred<>();
      clock.callLater(SECOND, () -> ready.errback(new IllegalStateException("boom"))); // here
      return ready;
    }

    @Trial
    void test() {}
  }

  @Mistake(value = "a setup leaves a call armed", code = FailureCode.PENDING_CALL)
  static final class SetUpLeavesCall {
    @BeforeEach
    void setUp(VirtualClock clock) {
      clock.callLater(SECOND, () -> {}); // here
    }

    @Trial
    void test() {}
  }

  @Mistake(value = "a teardown leaves a call armed", code = FailureCode.PENDING_CALL)
  static final class TearDownLeavesCall {
    @Trial
    void test() {}

    @AfterEach
    void tearDown(VirtualClock clock) {
      clock.callLater(SECOND, () -> {}); // here
    }
  }

  @Mistake(value = "a teardown never ends", code = FailureCode.NEVER_FIRES)
  static final class TearDownNeverEnds {
    @Trial
    void test() {}

    @AfterEach
    Deferred<?> tearDown() {
      return new Deferred<String>(); // here
    }
  }

  @Mistake(
      value = "a cleanup never ends",
      code = FailureCode.NEVER_FIRES,
      elsewhere = "hangs in Twisted's trial 22.4")
  static final class CleanupNeverEnds {
    @Trial
    void test(TrialContext trial) {
      trial.addDeferringCleanup(Deferred<String>::new); // here
    }
  }

  @Mistake(value = "a cleanup throws")
  static final class CleanupThrows {
    @Trial
    void test(TrialContext trial) {
      String text = "";
      trial.addCleanup(() -> text.charAt(0)); // here
    }
  }

  @Mistake(value = "a cleanup leaves a port open", code = FailureCode.OPEN_PORT)
  static final class CleanupLeavesPort {
    @Trial
    void test(TrialContext trial, FakeReactor reactor) {
      trial.addCleanup(() -> reactor.listenTcp(80, peer -> null)); // here
    }
  }

  @Mistake(
      value = "a test that is expected to fail passes",
      code = FailureCode.UNEXPECTED_SUCCESS,
      elsewhere = "exit code 0 in Twisted's trial")
  static final class DoneAlready {
    @Trial
    @Todo("not written yet")
    void test() {} // here
  }

  @Mistake(value = "a test fails otherwise than expected")
  static final class FailsOtherwise {
    @Trial
    @Todo(value = "not written yet", errors = UnsupportedOperationException.class)
    void test() {
      "".charAt(0); // here
    }
  }

  @Mistake(
      value = "a test that is expected to fail leaves a call armed, too",
      code = FailureCode.PENDING_CALL)
  static final class FailsAndLeaves {
    @Trial
    @Todo(value = "not written yet", errors = UnsupportedOperationException.class)
    void test(VirtualClock clock) {
      clock.callLater(SECOND, () -> {}); // here
      throw new UnsupportedOperationException();
    }
  }

  @Mistake(value = "what the setup of a class opens is not closed", code = FailureCode.OPEN_PORT)
  static final class SharedPortLeft {
    @BeforeAll
    static void openOnce() throws Exception {
      new FakeReactor().listenTcp(80, peer -> null); // here
    }

    @Trial
    void test() {}
  }

  @Mistake(
      value = "a clock in a static field is used by the next test",
      code = FailureCode.AFTER_END)
  static final class SharedClock {
    private static final AtomicReference<VirtualClock> CLOCK = new AtomicReference<>();

    @BeforeAll
    static void anEarlierTest() {
      Trials.run(trial -> CLOCK.set(new VirtualClock()));
    }

    @Trial
    void test() {
      CLOCK.get().advance(SECOND); // here
    }
  }

  @Mistake(
      value = "a reactor in a static field is used by the next test",
      code = FailureCode.AFTER_END)
  static final class SharedReactor {
    private static final AtomicReference<FakeReactor> REACTOR = new AtomicReference<>();

    @BeforeAll
    static void anEarlierTest() {
      Trials.run(trial -> REACTOR.set(new FakeReactor()));
    }

    @Trial
    void test() {
      REACTOR.get().connectTcp("localhost", 80, peer -> new AccumulatingProtocol()); // here
    }
  }

  @Mistake(
      value = "a test adds a callback to an unfired Deferred of an earlier test",
      code = FailureCode.AFTER_END)
  static final class SharedUnfired {
    private static final AtomicReference<Deferred<String>> ANSWER = new AtomicReference<>();

    @BeforeAll
    static void anEarlierTest() {
      Trials.run(trial -> ANSWER.set(new Deferred<>()));
    }

    @Trial
    void test() {
      ANSWER.get().addCallback(String::strip); // here
    }
  }

  @Mistake(
      value = "an assertion fails in a callback of an earlier test's Deferred",
      code = FailureCode.UNHANDLED_FAILURE)
  static final class SharedFired {
    private static final AtomicReference<Deferred<String>> ANSWER = new AtomicReference<>();

    @BeforeAll
    static void anEarlierTest() {
      Trials.run(trial -> ANSWER.set(Deferred.succeed("pong")));
    }

    @Trial
    void test() {
      ANSWER.get().addCallback(pong -> pong.charAt(9)); // here
    }
  }

  @Mistake(value = "the teardown of a class throws")
  static final class SharedTearDownThrows {
    @Trial
    void test() {}

    @AfterAll
    static void closeOnce() {
      "".charAt(0); // here
    }
  }

  @Mistake(value = "a constructor throws")
  static final class ConstructorThrows {
    ConstructorThrows() {
      "".charAt(0); // here
    }

    @Trial
    void test() {}
  }

  @Mistake(value = "code recurses without end")
  static final class Recursion {
    @Trial
    void test() {
      recurse(0);
    }

    private static int recurse(int depth) {
      return recurse(depth + 1) + 1; // here
    }
  }
}
