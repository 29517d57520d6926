// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.trial.FailureCode;
import dev.assay.trial.TrialError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;

final class MistakesTest {
  private static final int ENOUGH_MISTAKES = 40;
  private static final int ENOUGH_CORRECT_TRIALS = 200;

  static List<MistakeCase> mistakes() {
    return MistakeCase.all();
  }

  @Test
  void corpus_isLarge() {
    assertThat(mistakes()).hasSizeGreaterThanOrEqualTo(ENOUGH_MISTAKES);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void mistake_alone_isCaughtByItsCodeAndItsLine(MistakeCase mistake) {
    Map<String, TestExecutionResult> results = Runs.of(List.of(mistake.type()), 1);

    assertCaught(mistake, results);
    assertThat(failed(results)).hasSize(1);
  }

  @Test
  void mistakes_amongCorrectTrialsInEightThreads_areCaughtAndNobodyElseIsBlamed() {
    List<Class<?>> classes = new ArrayList<>(CorrectTrials.classes());
    mistakes().forEach(mistake -> classes.add(mistake.type()));

    Map<String, TestExecutionResult> results = Runs.of(classes, 8);

    assertThat(mistakes()).allSatisfy(mistake -> assertCaught(mistake, results));
    assertThat(failed(results)).hasSameSizeAs(mistakes());
  }

  @Test
  void correctTrials_raiseNoAlarm() {
    Map<String, TestExecutionResult> results = Runs.of(CorrectTrials.classes(), 1);

    assertThat(results.values()).extracting(Runs::text).containsOnly("");
    assertThat(results).hasSizeGreaterThanOrEqualTo(ENOUGH_CORRECT_TRIALS);
  }

  private static void assertCaught(MistakeCase mistake, Map<String, TestExecutionResult> results) {
    List<String> blamed =
        failed(results).stream()
            .filter(name -> name.split("#", 2)[0].equals(mistake.toString()))
            .toList();
    assertThat(blamed).as("what is blamed for %s", mistake).hasSize(1);
    TestExecutionResult result = requireNonNull(results.get(blamed.get(0)));
    assertThat(codes(result)).as(() -> Runs.text(result)).isEqualTo(mistake.code());
    assertThat(Runs.text(result)).contains(mistake.blamed());
  }

  private static List<String> failed(Map<String, TestExecutionResult> results) {
    return List.copyOf(
        new TreeSet<>(
            results.entrySet().stream()
                .filter(entry -> entry.getValue().getStatus() == Status.FAILED)
                .map(Map.Entry::getKey)
                .toList()));
  }

  /** Returns the code of what a trial has failed with, or nothing if it is the trial's own. */
  private static String codes(TestExecutionResult result) {
    return result
        .getThrowable()
        .filter(TrialError.class::isInstance)
        .map(TrialError.class::cast)
        .map(TrialError::code)
        .map(FailureCode::toString)
        .orElse("");
  }
}
