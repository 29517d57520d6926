// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.testkit.engine.EventConditions.abortedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.skippedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.assay.fake.VirtualClock;
import dev.assay.sample.OutcomeSamples;
import dev.assay.sample.PageSamples;
import dev.assay.trial.LeftBehindError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.OutputDirectoryCreator;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Events;

final class TrialExecutionTest {
  @Test
  void trial_eachOutcome_isToldToJUnit() {
    Events tests = Engine.run(OutcomeSamples.Outcomes.class).testEvents();

    tests.assertStatistics(s -> s.started(8).succeeded(3).failed(3).aborted(2).skipped(1));
    tests
        .assertThatEvents()
        .haveExactly(
            1, event(test("leavesACall"), finishedWithFailure(instanceOf(LeftBehindError.class))))
        .haveExactly(1, event(test("fails"), finishedWithFailure(message("too bad"))))
        .haveExactly(1, event(test("isNotDone"), abortedWithReason(message("todo: later"))))
        .haveExactly(1, event(test("doesNotApply"), abortedWithReason(message("not on a Monday"))))
        .haveExactly(1, event(test("isOff"), skippedWithReason("broken")));
  }

  @Test
  void trial_announcedDeferredIsNull_fails() {
    EngineExecutionResults results = Engine.run(OutcomeSamples.Outcomes.class);

    assertThat(Engine.failure(results, "announcesAndReturnsNothing"))
        .hasMessageStartingWith(
            "A-NOT-A-TRIAL: the method announcesAndReturnsNothing has returned null");
  }

  @Test
  void trial_timeHasPassed_isReported() {
    Events tests = Engine.run(OutcomeSamples.Outcomes.class).testEvents();

    assertThat(tests.reportingEntryPublished().stream())
        .extracting(event -> event.getTestDescriptor().getDisplayName(), Engine::entries)
        .contains(tuple("passesLater(VirtualClock)", Map.of("trial.virtual", "PT1S")));
  }

  @Test
  void trial_lenientLeavesACall_isReported() {
    Events tests = Engine.run(OutcomeSamples.Outcomes.class).testEvents();

    assertThat(tests.reportingEntryPublished().stream().filter(Engine.isOf("mayLeaveACall")))
        .singleElement()
        .extracting(Engine::entries)
        .satisfies(
            entries -> assertThat(entries.get("trial.overlooked")).contains("A-PENDING-CALL"));
  }

  @Test
  void trial_disabledButRunOnPurpose_isRun() {
    EngineExecutionResults results =
        Engine.select(OutcomeSamples.Outcomes.class)
            .configurationParameter(
                "junit.jupiter.conditions.deactivate", "org.junit.*Disabled*Condition")
            .execute();

    assertThat(Engine.failure(results, "isOff")).hasMessage("is off");
  }

  @Test
  void trial_failed_hasItsTimelineAttached(@TempDir Path folder) {
    EngineExecutionResults results =
        Engine.select(OutcomeSamples.Outcomes.class)
            .outputDirectoryCreator(Engine.outputIn(folder))
            .execute();

    assertThat(results.testEvents().fileEntryPublished().stream())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event).matches(Engine.isOf("leavesACall"));
              Path file = event.getRequiredPayload(FileEntry.class).getPath();
              assertThat(file).exists().startsWith(folder).hasFileName("timeline.jsonl");
              assertThat(Files.readString(file)).contains("armed");
              assertThat(Engine.failure(results, "leavesACall").getSuppressed())
                  .singleElement()
                  .asInstanceOf(InstanceOfAssertFactories.THROWABLE)
                  .hasMessageEndingWith(" real; the timeline is in " + file);
            });
  }

  @Test
  void fixtures_nestedClass_areTheSameAndInOrder() {
    EngineExecutionResults results = Engine.run(OutcomeSamples.Order.class);

    assertThat(Engine.failure(results, "test"))
        .hasMessage("[base, outer, inner, test, cleanup, -inner, -outer, -base]");
  }

  @Test
  void samples_ofThePageAboutTrials_pass() {
    EngineExecutionResults results =
        Engine.run(PageSamples.KettleTrial.class, PageSamples.TeaTrial.class);

    results.allEvents().assertStatistics(s -> s.started(7).succeeded(7));
  }

  @Test
  void fixtures_setUpFails_theTrialIsNotRun() {
    EngineExecutionResults results = Engine.run(OutcomeSamples.SetUpFails.class);

    Throwable failure = Engine.failure(results, "isNotRun");

    assertThat(failure).hasMessageContaining("[set up]");
    assertThat(failure.getSuppressed()).hasSize(1);
  }

  @Test
  void fixtures_oncePerClass_areAwaited() {
    OutcomeSamples.OncePerClass.LOG.clear();

    EngineExecutionResults results = Engine.run(OutcomeSamples.OncePerClass.class);

    results.allEvents().assertStatistics(s -> s.started(3).succeeded(3));
    assertThat(OutcomeSamples.OncePerClass.LOG).containsExactly("before", "test", "after");
  }

  @Test
  void fixtures_beforeAllFails_failsTheClass() {
    EngineExecutionResults results = Engine.run(OutcomeSamples.BeforeAllFails.class);

    results.testEvents().assertStatistics(s -> s.started(0));
    assertThat(Engine.failure(results, "BeforeAllFails")).hasMessageContaining("[once]");
  }

  @Test
  void fixtures_classLeavesACall_failsTheClass() {
    EngineExecutionResults results = Engine.run(OutcomeSamples.ClassLeavesACall.class);

    results.testEvents().assertStatistics(s -> s.started(1).succeeded(1));
    assertThat(Engine.failure(results, "ClassLeavesACall"))
        .hasMessageStartingWith("A-PENDING-CALL: ");
  }

  @Test
  void staticField_usedByATrial_isNotItsOwn() {
    EngineExecutionResults results = Engine.run(OutcomeSamples.StaticField.class);

    results.testEvents().assertStatistics(s -> s.started(1).succeeded(1));
  }

  @Test
  void staticField_unfiredAndAwaited_failsTheTrialThatWaits() {
    EngineExecutionResults results = Engine.run(OutcomeSamples.StaticFieldAwaited.class);

    results.testEvents().assertStatistics(s -> s.started(1).failed(1));
    assertThat(Engine.failure(results, "waitsForIt")).hasMessageStartingWith("A-PENDING-DEFERRED");
  }

  @Test
  void staticInitialiser_fails_failsTheClass() {
    EngineExecutionResults results = Engine.run(OutcomeSamples.InitialiserFails.class);

    results.testEvents().assertStatistics(s -> s.started(0));
    assertThat(Engine.failure(results, "InitialiserFails"))
        .isInstanceOf(ExceptionInInitializerError.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          trial.limit.virtual  | soon   | must be a time like 2s, 500ms or 1m30s: 'soon'
          trial.limit.blocking | oncems | must be a time like 2s, 500ms or 1m30s: 'oncems'
          trial.strictness     | stern  | must be lenient, normal or strict: stern
          """)
  void parameter_bad_failsTheRunForThatReason(String name, String value, String why) {
    EngineExecutionResults results =
        Engine.select(OutcomeSamples.Outcomes.class).configurationParameter(name, value).execute();

    results.testEvents().assertStatistics(s -> s.started(0));
    assertThat(Engine.failure(results, "Trial")).hasMessage(name + " " + why);
  }

  @Test
  void trial_whoseFilesTakeTooLong_saysAllTheSameWhatIsWrong() {
    EngineExecutionResults results =
        Engine.select()
            .selectors(
                selectMethod(OutcomeSamples.Outcomes.class, "leavesACall", VirtualClock.class))
            .outputDirectoryCreator(new NeverMade())
            .execute();

    assertThat(Engine.failure(results, "leavesACall")).hasMessageStartingWith("A-PENDING-CALL: ");
  }

  /** Directories that take forever. */
  private static final class NeverMade implements OutputDirectoryCreator {
    @Override
    public Path getRootDirectory() {
      return Path.of("none");
    }

    @Override
    public Path createOutputDirectory(TestDescriptor node) throws IOException {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      throw new IOException("given up");
    }
  }
}
