// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SubjectTest {
  private static final MistakeCase TIMER_LEFT = mistake(TimerMistakes.TimerLeft.class);
  private static final CorrectCase CORRECT =
      new CorrectCase(CorrectTimers.InCorrectTimersAlone.class);

  private static MistakeCase mistake(Class<?> type) {
    return MistakeCase.all().stream()
        .filter(mistake -> mistake.type() == type)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void mistake_caught_isRight() {
    assertThat(Subject.compare(List.of(TIMER_LEFT), Runs.of(List.of(TIMER_LEFT.type()), 1)))
        .singleElement()
        .matches(Comparison::isRight);
  }

  @Test
  void mistake_thatPasses_isWrong() {
    assertThat(Subject.compare(List.of(TIMER_LEFT), List.of()))
        .singleElement()
        .matches(one -> !one.isRight())
        .asString()
        .contains("TimerLeft", "expected: A-PENDING-CALL at TimerMistakes.java", "passed");
  }

  @Test
  void mistake_blamedOnAnotherLine_isWrong() {
    MistakeCase elsewhere = new MistakeCase(TIMER_LEFT.type(), "TimerMistakes.java:1");

    assertThat(Subject.compare(List.of(elsewhere), Runs.of(List.of(elsewhere.type()), 1)))
        .singleElement()
        .matches(one -> !one.isRight())
        .asString()
        .contains("at TimerMistakes.java:1", "A-PENDING-CALL");
  }

  @Test
  void mistake_thatFailsTwice_isWrong() {
    List<Result> once = Runs.of(List.of(TIMER_LEFT.type()), 1);

    assertThat(Subject.compare(List.of(TIMER_LEFT), List.of(once.get(0), once.get(0))))
        .singleElement()
        .matches(one -> !one.isRight());
  }

  @Test
  void correctTrials_notRun_areWrong() {
    assertThat(Subject.compare(List.of(CORRECT), List.of()))
        .singleElement()
        .matches(one -> !one.isRight())
        .asString()
        .contains("InCorrectTimersAlone", "actual:   0 trials");
  }

  @Test
  void failure_ofAClassThatWasNotToRun_isWrong() {
    assertThat(Subject.compare(List.of(), Runs.of(List.of(TIMER_LEFT.type()), 1)))
        .singleElement()
        .matches(one -> !one.isRight())
        .asString()
        .contains("TimerMistakes$TimerLeft#timer", "expected: nothing");
  }
}
