// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MistakesTest {
  private static final int ENOUGH_MISTAKES = 200;
  private static final int ENOUGH_CORRECT_TRIALS = 600;

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
    List<Result> results = Runs.of(List.of(mistake.type()), 1);

    assertThat(wrong(Subject.compare(List.of(mistake), results))).isEmpty();
  }

  @Test
  void corpus_inEightThreads_mistakesAreCaughtAndNobodyElseIsBlamed() {
    List<Subject> corpus = Subject.all();

    List<Result> results = Runs.of(Subject.types(corpus), 8);

    List<Comparison> comparisons = Subject.compare(corpus, results);
    assertThat(wrong(comparisons)).isEmpty();
    assertThat(comparisons).hasSizeGreaterThanOrEqualTo(ENOUGH_MISTAKES + ENOUGH_CORRECT_TRIALS);
  }

  private static List<Comparison> wrong(List<Comparison> comparisons) {
    return comparisons.stream().filter(comparison -> !comparison.isRight()).toList();
  }
}
