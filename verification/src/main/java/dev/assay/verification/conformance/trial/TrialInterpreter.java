// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.conformance.trial;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.assay.pending.PendingKind;
import dev.assay.trial.FailureCode;
import dev.assay.trial.LeftBehindError;
import dev.assay.trial.SkippedException;
import dev.assay.trial.TrialError;
import dev.assay.trial.error.TrialNote;
import dev.assay.verification.conformance.language.ErrorNames;
import dev.assay.verification.conformance.language.Fields;
import dev.assay.verification.conformance.language.Interpreter;
import dev.assay.verification.conformance.language.Recording;
import dev.assay.verification.conformance.language.Ticks;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Plays the scenarios of trials, each as a test that the engine {@code trial} runs. */
public final class TrialInterpreter implements Interpreter {
  private static final List<String> RECORDED = List.of("verdict", "problems");

  private final Launcher launcher = LauncherFactory.create();

  @Override
  public Recording play(Fields program) {
    Scenario scenario = new Scenario(program);
    Result result = new Result();
    ScenarioTrials.PLAYED.set(scenario);
    launcher.execute(request(program), result);
    JsonObject end = new JsonObject();
    end.addProperty("verdict", result.verdict());
    end.add("problems", result.problems());
    return new Recording(scenario.ran().entries(), end);
  }

  @Override
  public Recording recorded(Fields program) {
    JsonObject end = new JsonObject();
    RECORDED.forEach(name -> end.add(name, program.value(name)));
    return new Recording(program.array("ran"), end);
  }

  private static LauncherDiscoveryRequest request(Fields program) {
    String method = ScenarioTrials.methodFor(program);
    LauncherDiscoveryRequestBuilder request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectMethod(ScenarioTrials.class, method))
            .filters(EngineFilter.includeEngines("trial"));
    if (program.has("timeout")) {
      long millis = Ticks.in(program, "timeout").toMillis();
      request.configurationParameter("trial.limit.virtual", millis + "ms");
    }
    return request.build();
  }

  /** What the engine tells of the one test that it runs. */
  private static final class Result implements TestExecutionListener {
    private @Nullable TestExecutionResult finished;
    private boolean disabled;

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
      disabled = true;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (test.isTest() || result.getStatus() != Status.SUCCESSFUL) {
        finished = result;
      }
    }

    String verdict() {
      if (finished == null) {
        return disabled ? "skipped" : "not run";
      }
      String reason = finished.getThrowable().map(Throwable::getMessage).orElse("");
      return switch (finished.getStatus()) {
        case SUCCESSFUL -> "passed";
        case FAILED -> "failed";
        case ABORTED -> reason.startsWith("todo: ") ? "expected-failure" : "skipped";
      };
    }

    JsonArray problems() {
      JsonArray problems = new JsonArray();
      if (finished != null && finished.getStatus() == Status.FAILED) {
        Throwable first = finished.getThrowable().orElseThrow();
        problems.add(name(first));
        for (Throwable other : first.getSuppressed()) {
          if (!(other instanceof TrialNote)) {
            problems.add(name(other));
          }
        }
      }
      return problems;
    }

    private static String name(Throwable problem) {
      if (problem instanceof LeftBehindError left) {
        return left.getCause() == null ? dirty(left) : ErrorNames.of(left.getCause());
      } else if (problem instanceof TrialError error) {
        return name(error.code());
      } else if (problem instanceof SkippedException) {
        return "SkipTest";
      }
      return problem.getClass() == AssertionError.class ? "FailTest" : ErrorNames.of(problem);
    }

    private static String name(FailureCode code) {
      return switch (code) {
        case NEVER_FIRES, TIME_LIMIT -> "TimeoutError";
        case UNEXPECTED_SUCCESS -> "UnexpectedSuccess";
        default -> code.toString();
      };
    }

    private static String dirty(LeftBehindError left) {
      return left.pending().stream()
          .map(
              pending -> pending.kind() == PendingKind.DELAYED_CALL ? "delayed-call" : "selectable")
          .collect(Collectors.joining(",", "Dirty(", ")"));
    }
  }
}
