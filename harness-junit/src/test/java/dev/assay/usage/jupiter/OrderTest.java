// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fake.VirtualClock;
import dev.assay.junit.jupiter.TrialExtension;
import dev.assay.trial.TrialContext;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstancePreDestroyCallback;

final class OrderTest {
  @Test
  void trial_amongAllThatJupiterDoes_isJudgedLast() {
    Ran ran = Ran.of(Ordered.class);

    assertThat(ran.tests()).containsOnlyKeys("test(TrialContext, VirtualClock)");
    assertThat(ran.reported())
        .containsExactly(
            "at=constructor",
            "at=another extension's beforeEach",
            "at=@BeforeEach",
            "at=test",
            "at=another extension's afterTestExecution",
            "at=clean-up added last",
            "at=clean-up added first",
            "at=@AfterEach",
            "at=another extension's afterEach",
            "at=clean-up added after the test",
            "at=another extension's preDestroy",
            "at=@AutoClose",
            "at=another extension's store",
            "trial.virtual=PT1S");
  }

  @Test
  void parts_namePhases() {
    Throwable failure = Ran.of(Phases.class).failureOf("test()");

    assertThat(failure)
        .hasMessageContainingAll("during setUp,", "during test,", "during tearDown,");
  }

  @ExtendWith({TrialExtension.class, Another.class})
  static final class Ordered {
    private final TestReporter reporter;
    private final TrialContext trial;

    @SuppressWarnings("UnusedVariable") // Jupiter closes it
    @AutoClose
    private final AutoCloseable last;

    Ordered(TestReporter reporter, TrialContext trial) {
      this.reporter = reporter;
      this.trial = trial;
      this.last = () -> reporter.publishEntry("at", "@AutoClose");
      reporter.publishEntry("at", "constructor");
      trial.addCleanup(() -> reporter.publishEntry("at", "clean-up added first"));
    }

    @BeforeEach
    void setUp() {
      reporter.publishEntry("at", "@BeforeEach");
    }

    @Test
    void test(TrialContext same, VirtualClock clock) {
      assertThat(same).isSameAs(trial);
      clock.advance(Duration.ofSeconds(1));
      reporter.publishEntry("at", "test");
      trial.addCleanup(() -> reporter.publishEntry("at", "clean-up added last"));
    }

    @AfterEach
    void tearDown() {
      reporter.publishEntry("at", "@AfterEach");
      trial.addCleanup(() -> reporter.publishEntry("at", "clean-up added after the test"));
    }
  }

  static final class Another
      implements BeforeEachCallback,
          AfterTestExecutionCallback,
          AfterEachCallback,
          TestInstancePreDestroyCallback {
    @Override
    public void beforeEach(ExtensionContext context) {
      report(context, "beforeEach");
      AutoCloseable stored = () -> report(context, "store");
      context.getStore(ExtensionContext.Namespace.GLOBAL).put("stored", stored);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
      report(context, "afterTestExecution");
    }

    @Override
    public void afterEach(ExtensionContext context) {
      report(context, "afterEach");
    }

    @Override
    public void preDestroyTestInstance(ExtensionContext context) {
      report(context, "preDestroy");
    }

    private static void report(ExtensionContext context, String what) {
      context.publishReportEntry("at", "another extension's " + what);
    }
  }

  @ExtendWith(TrialExtension.class)
  static final class Phases {
    private final VirtualClock clock = new VirtualClock();

    Phases() {
      arm();
    }

    @BeforeEach
    void setUp() {
      arm();
    }

    @Test
    void test() {
      arm();
    }

    @AfterEach
    void tearDown() {
      arm();
    }

    private void arm() {
      clock.callLater(Duration.ofSeconds(1), () -> {});
    }
  }
}
