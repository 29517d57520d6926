// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.fake.protocol.AccumulatingProtocol;
import dev.assay.junit.jupiter.TrialExtension;
import dev.assay.protocol.BindFailedException;
import dev.assay.trial.SkippedException;
import dev.assay.trial.TrialContext;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opentest4j.TestAbortedException;

@SuppressWarnings("DoNotCallSuggester") // trials that fail on purpose
final class LifecycleTest {
  @Test
  void failureOfTheTest_staysPrimary_andLeaksAreToldWithIt() {
    Ran ran = Ran.of(Failing.class);

    assertThat(ran.failureOf("failsAndLeaks(VirtualClock)")).hasMessage("mine");
    assertThat(ran.suppressedIn("failsAndLeaks(VirtualClock)")).containsExactly("A-PENDING-CALL");
    assertThat(ran.failureOf("fails(TrialContext)").getSuppressed())
        .singleElement()
        .extracting(Throwable::getMessage)
        .asString()
        .contains(Failing.class.getName() + "#fails failed at virtual t=0s", "are kept in");
  }

  @Test
  void failureInAfterEach_andLeak_areBothTold() {
    Ran ran = Ran.of(FailingAfter.class);

    assertThat(ran.failureOf("leaks(VirtualClock)")).hasMessage("after");
    assertThat(ran.suppressedIn("leaks(VirtualClock)")).containsExactly("A-PENDING-CALL");
    assertThat(ran.failureOf("failsToo()")).hasMessage("mine");
    assertThat(ran.suppressedIn("failsToo()")).containsExactly("after");
  }

  @Test
  void failureInACleanUp_failsTheTest_andTheOthersRun() {
    Ran ran = Ran.of(FailingCleanUp.class);

    assertThat(ran.failureOf("passes(TrialContext, TestReporter)")).hasMessage("clean-up");
    assertThat(ran.failureOf("fails(TrialContext)")).hasMessage("mine");
    assertThat(ran.suppressedIn("fails(TrialContext)")).containsExactly("clean-up");
    assertThat(ran.reported()).containsExactly("at=first clean-up");
  }

  @Test
  void failureInBeforeEach_skipsTheTest_andStillCleansUpFirst() {
    Ran ran = Ran.of(FailingBefore.class);

    assertThat(ran.failureOf("test()")).hasMessage("before");
    assertThat(ran.suppressedIn("test()")).containsExactly("A-PENDING-CALL");
    assertThat(ran.reported()).containsExactly("at=clean-up", "at=@AfterEach");
  }

  @Test
  void failureInTheConstructor_staysPrimary() {
    Ran ran = Ran.of(FailingConstructor.class);

    assertThat(ran.failureOf("test()")).hasMessage("constructor");
    assertThat(ran.suppressedIn("test()")).containsExactly("A-PENDING-CALL");
  }

  @Test
  void abortedTest_isAborted_unlessItLeaks() {
    Ran ran = Ran.of(Aborting.class);

    assertThat(ran.tests())
        .containsEntry("assumes()", "aborted: not here")
        .containsEntry("skips()", "aborted: nor here")
        .containsEntry("leaks(VirtualClock)", "A-PENDING-CALL");
    assertThat(ran.suppressedIn("leaks(VirtualClock)")).containsExactly("not here");
  }

  @Test
  void disabledTest_isSkipped_thoughItsConstructorLeaves() {
    assertThat(Ran.of(LeavingConstructor.class).tests())
        .containsEntry("disabled()", "skipped")
        .containsEntry("enabled()", "A-PENDING-CALL");
  }

  @Test
  void connectionThatJupiterCloses_isNoLeak() {
    assertThat(Ran.of(Closing.class).tests()).containsEntry("test()", "passed");
  }

  @ExtendWith(TrialExtension.class)
  static final class Failing {
    @Test
    void failsAndLeaks(VirtualClock clock) {
      arm(clock);
      throw new IllegalStateException("mine");
    }

    @Test
    void fails(TrialContext trial) {
      Path kept = trial.temporaryDirectory();
      trial.addCleanup(() -> kept.toFile().deleteOnExit());
      throw new IllegalStateException("mine");
    }
  }

  @ExtendWith(TrialExtension.class)
  static final class FailingAfter {
    @Test
    void leaks(VirtualClock clock) {
      arm(clock);
    }

    @Test
    void failsToo() {
      throw new IllegalStateException("mine");
    }

    @AfterEach
    void tearDown() {
      throw new IllegalStateException("after");
    }
  }

  @ExtendWith(TrialExtension.class)
  static final class FailingCleanUp {
    @Test
    void passes(TrialContext trial, TestReporter reporter) {
      trial.addCleanup(() -> reporter.publishEntry("at", "first clean-up"));
      addFailing(trial);
    }

    @Test
    void fails(TrialContext trial) {
      addFailing(trial);
      throw new IllegalStateException("mine");
    }

    private static void addFailing(TrialContext trial) {
      trial.addCleanup(
          () -> {
            throw new IllegalStateException("clean-up");
          });
    }
  }

  @ExtendWith(TrialExtension.class)
  static final class FailingBefore {
    @BeforeEach
    void setUp(VirtualClock clock, TrialContext trial, TestReporter reporter) {
      trial.addCleanup(() -> reporter.publishEntry("at", "clean-up"));
      arm(clock);
      throw new IllegalStateException("before");
    }

    @Test
    void test() {}

    @AfterEach
    void tearDown(TestReporter reporter) {
      reporter.publishEntry("at", "@AfterEach");
    }
  }

  @ExtendWith(TrialExtension.class)
  static final class FailingConstructor {
    FailingConstructor(VirtualClock clock) {
      arm(clock);
      throw new IllegalStateException("constructor");
    }

    @Test
    void test() {}
  }

  @ExtendWith(TrialExtension.class)
  static final class Aborting {
    @Test
    void assumes() {
      throw new TestAbortedException("not here");
    }

    @Test
    void skips() {
      throw new SkippedException("nor here");
    }

    @Test
    void leaks(VirtualClock clock) {
      arm(clock);
      throw new TestAbortedException("not here");
    }
  }

  @ExtendWith(TrialExtension.class)
  static final class LeavingConstructor {
    LeavingConstructor(VirtualClock clock) {
      arm(clock);
    }

    @Test
    @DisabledIf("always")
    void disabled() {}

    @Test
    void enabled() {}

    boolean always() {
      return true;
    }
  }

  @ExtendWith(TrialExtension.class)
  static final class Closing {
    private final FakeReactor reactor;
    private final AccumulatingProtocol client = new AccumulatingProtocol();

    @SuppressWarnings("UnusedVariable") // Jupiter closes it
    @AutoClose
    private final AutoCloseable connection;

    @SuppressWarnings("UnusedVariable") // Jupiter closes it
    @AutoClose
    private final AutoCloseable port;

    Closing(FakeReactor reactor) throws BindFailedException {
      this.reactor = reactor;
      this.port = reactor.listenTcp(80, peer -> new AccumulatingProtocol())::stopListening;
      reactor.connectTcp("localhost", 80, peer -> client);
      this.connection = () -> client.transport().loseConnection();
    }

    @Test
    void test() {
      reactor.advance(Duration.ZERO);
      assertThat(client.isMade()).isTrue();
    }
  }

  private static void arm(VirtualClock clock) {
    clock.callLater(Duration.ofSeconds(1), () -> {});
  }
}
