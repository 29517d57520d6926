// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.conformance.trial;

import static java.util.Objects.requireNonNull;

import dev.assay.deferred.Deferred;
import dev.assay.fake.FakeReactor;
import dev.assay.junit.Todo;
import dev.assay.junit.Trial;
import dev.assay.trial.TrialContext;
import dev.assay.verification.conformance.language.ErrorNames;
import dev.assay.verification.conformance.language.ErrorNames.E0;
import dev.assay.verification.conformance.language.ErrorNames.E1;
import dev.assay.verification.conformance.language.ErrorNames.E2;
import dev.assay.verification.conformance.language.Fields;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;

/**
 * The class whose trials the engine runs for a case: they all do what the scenario says, and each
 * is declared in another way.
 */
final class ScenarioTrials {
  /** The scenario that is played: an engine makes the instances itself. */
  static final AtomicReference<@Nullable Scenario> PLAYED = new AtomicReference<>();

  private final Scenario scenario = requireNonNull(PLAYED.get());
  private final TrialContext trial;
  private final FakeReactor reactor;
  private boolean isSetUp;

  ScenarioTrials(TrialContext trial, FakeReactor reactor) {
    this.trial = trial;
    this.reactor = reactor;
  }

  @BeforeEach
  Deferred<?> setUp() {
    return run("setUp").<@Nullable Object>addCallback(this::setUpIsDone);
  }

  private @Nullable Object setUpIsDone(@Nullable Object result) {
    isSetUp = true;
    return result;
  }

  /** Tears down what was set up: Twisted does not after a set-up that has failed. */
  @AfterEach
  Deferred<?> tearDown() {
    return isSetUp ? run("tearDown") : Deferred.succeed("nothing to tear down");
  }

  @Trial
  Deferred<?> plain() {
    return run("test");
  }

  @Trial
  @Disabled("as the case says")
  Deferred<?> skipped() {
    return plain();
  }

  @Trial
  @Todo("any")
  Deferred<?> todo() {
    return plain();
  }

  @Trial
  @Todo(value = "some", errors = E0.class)
  Deferred<?> todoE0() {
    return plain();
  }

  @Trial
  @Todo(value = "some", errors = E1.class)
  Deferred<?> todoE1() {
    return plain();
  }

  @Trial
  @Todo(value = "some", errors = E2.class)
  Deferred<?> todoE2() {
    return plain();
  }

  @Trial
  @Todo(
      value = "some",
      errors = {E0.class, E1.class})
  Deferred<?> todoE0E1() {
    return plain();
  }

  @Trial
  @Todo(
      value = "some",
      errors = {E0.class, E2.class})
  Deferred<?> todoE0E2() {
    return plain();
  }

  @Trial
  @Todo(
      value = "some",
      errors = {E1.class, E2.class})
  Deferred<?> todoE1E2() {
    return plain();
  }

  @Trial
  @Todo(
      value = "some",
      errors = {E0.class, E1.class, E2.class})
  Deferred<?> todoE0E1E2() {
    return plain();
  }

  private Deferred<?> run(String phase) {
    Deferred<?> end = scenario.run(phase, trial, reactor);
    return end == null ? Deferred.succeed("nothing to wait for") : end;
  }

  /** Returns the name of the trial that is declared as a case wants it. */
  static String methodFor(Fields program) {
    if (program.has("skip")) {
      return "skipped";
    } else if (!program.has("todo")) {
      return "plain";
    } else if (program.value("todo").isJsonArray()) {
      return "todo" + String.join("", ErrorNames.sorted(program.array("todo").get(0)));
    }
    return "todo";
  }
}
