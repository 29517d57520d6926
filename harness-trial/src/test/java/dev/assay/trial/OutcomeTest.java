// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.trial.TrialOutcome.Failed;
import dev.assay.trial.TrialOutcome.Passed;
import dev.assay.trial.run.Run;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OutcomeTest {
  private final IOException first = new IOException("first");
  private final IOException second = new IOException("second");

  @Test
  void error_severalProblems_suppressesTheOthersAndTheNoteOnce() {
    Failed failed = new Failed(List.of(first, second, first), "when and where");
    assertThat(failed.error()).isSameAs(first);
    assertThat(failed.error().getSuppressed())
        .extracting(Throwable::getMessage)
        .containsExactly("second", "when and where");
  }

  @Test
  void error_otherHoldsTheFirst_isNoRing() {
    second.addSuppressed(first);
    Throwable error = new Failed(List.of(first, second), "note").error();
    assertThat(error.getSuppressed())
        .extracting(Throwable::getMessage)
        .containsExactly("also, caused by this: java.io.IOException: second", "note");
    StringWriter printed = new StringWriter();
    error.printStackTrace(new PrintWriter(printed));
    assertThat(printed.toString()).doesNotContain("CIRCULAR");
  }

  @Test
  void error_ringOfTheUsersOwn_isToldAllTheSame() {
    first.addSuppressed(second);
    second.addSuppressed(first);
    assertThat(new Failed(List.of(first, second), "note").error().getSuppressed())
        .extracting(Throwable::getMessage)
        .containsExactly("second", "note");
  }

  @Test
  void error_problemsThatSayTheyAreEqual_areAllTold() {
    assertThat(new Failed(List.of(new Same(), new Same()), "note").error().getSuppressed())
        .hasSize(2);
  }

  @Test
  void error_veryManyProblems_saysHowManyAreNotTold() {
    List<Throwable> problems = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      problems.add(new IOException("no " + i));
    }
    Throwable error = new Failed(problems, "note").error();
    assertThat(error.getSuppressed()).hasSize(51);
    assertThat(error.getSuppressed()[49])
        .hasMessage("there are 9950 more problems, which are not shown");
  }

  @Test
  void error_toStringThrows_isStoodForByItsType() {
    TrialOutcome outcome =
        Run.of(
            trial -> {
              throw new Moody();
            });
    assertThat(((Failed) outcome).error())
        .hasMessageEndingWith("Moody whose message cannot be read");
  }

  @Test
  void orThrow_throwsWhatIsWrong() throws Throwable {
    new Passed(List.of()).orThrow();
    assertThatThrownBy(() -> new Failed(List.of(first), "note").orThrow()).isSameAs(first);
  }

  @Test
  void failed_withoutAProblem_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Failed(List.of(), "note"))
        .withMessage("problems must not be empty: []");
  }

  @SuppressWarnings("ThrowableEqualsHashCode") // some users' exceptions do it
  private static final class Same extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean equals(Object other) {
      return other instanceof Same;
    }

    @Override
    public int hashCode() {
      return 1;
    }
  }

  private static final class Moody extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new IllegalStateException("no comment");
    }

    @Override
    public String toString() {
      throw new IllegalStateException("no comment");
    }
  }
}
