// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.trial.TrialOutcome.Failed;
import dev.assay.trial.error.AnswerBudget;
import dev.assay.trial.run.Run;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Exceptions that make a report hard: it tells all that there is to tell. */
@SuppressWarnings("OverrideThrowableToString")
final class HostileErrorsTest {
  private static TrialBody leaksAndThrows(Throwable thrown) {
    return trial -> {
      new Deferred<>().addCallback(value -> value);
      throw thrown;
    };
  }

  /** Returns what is thrown, which must tell of the leak as well. */
  private static Throwable told(Throwable thrown) {
    return told(Run.of(leaksAndThrows(thrown)), AnswerBudget.forReport());
  }

  private static Throwable told(TrialOutcome outcome, AnswerBudget budget) {
    Throwable told = ((Failed) outcome).error(budget);
    StringWriter printed = new StringWriter();
    told.printStackTrace(new PrintWriter(printed));
    assertThat(printed.toString()).contains("A-PENDING-DEFERRED").contains("HostileErrorsTest");
    return told;
  }

  @Test
  void error_thatTakesNothingSuppressed_isStoodFor() {
    assertThat(told(new Closed())).hasMessageEndingWith("Closed: without a place for others");
  }

  @Test
  void error_thatTakesNothingSuppressedAndIsAlone_staysItself() {
    Closed alone = new Closed();
    Failed failed =
        (Failed)
            Run.of(
                trial -> {
                  throw alone;
                });
    assertThat(failed.error()).isSameAs(alone);
  }

  @Test
  void error_whoseMessageThrows_isStoodFor() {
    assertThat(
            told(
                new RuntimeException() {
                  private static final long serialVersionUID = 1L;

                  @Override
                  public String getMessage() {
                    throw new IllegalStateException("no comment");
                  }
                }))
        .hasMessageEndingWith("whose message cannot be read");
  }

  @Test
  void error_whoseCauseThrowsAnError_isStoodFor() {
    assertThat(
            told(
                new RuntimeException("mine") {
                  private static final long serialVersionUID = 1L;

                  @Override
                  public synchronized Throwable getCause() {
                    throw new AssertionError("no cause");
                  }
                }))
        .hasMessageEndingWith(": mine");
  }

  @Test
  void error_whoseStackCannotBeShortened_isStoodFor() {
    assertThat(told(new Rigid())).hasMessageEndingWith("Rigid: as it is");
    assertThat(told(new IOException("outer", new Rigid()))).hasMessageEndingWith(": outer");
  }

  @Test
  void error_thatCannotBePrinted_isStoodFor() {
    assertThat(
            told(
                new RuntimeException("mine") {
                  private static final long serialVersionUID = 1L;

                  @Override
                  public void printStackTrace(PrintWriter to) {
                    throw new UnsupportedOperationException();
                  }
                }))
        .hasMessageEndingWith(": mine");
  }

  @Test
  void error_whoseStackHasAGap_isStoodFor() {
    assertThat(
            told(
                new RuntimeException("mine") {
                  private static final long serialVersionUID = 1L;

                  @Override
                  public StackTraceElement[] getStackTrace() {
                    return new StackTraceElement[1];
                  }
                }))
        .hasMessageEndingWith(": mine");
  }

  @Test
  void error_whoseCauseIsNewEachTime_isStoodFor() {
    assertThat(told(new Endless())).hasMessageEndingWith("Endless: on and on");
  }

  @Test
  void error_whoseMessageNeverComes_isStoodForByItsType() {
    Semaphore never = new Semaphore(0);
    Mute mute = new Mute(never);
    Failed failed = new Failed(List.of(new IOException("first"), mute), "note");
    Throwable first = failed.error(new AnswerBudget(Duration.ofMillis(50)));
    never.release(100);
    assertThat(first.getSuppressed()[0]).hasMessageEndingWith("Mute whose message cannot be read");
  }

  @Test
  void error_whoseHashCodeAndEqualsThrow_isStoodFor() {
    assertThat(told(new Moody())).hasMessageEndingWith("HostileErrorsTest$Moody");
    assertThat(told(new IOException("outer", new Moody()))).hasMessageEndingWith(": outer");
  }

  @Test
  void error_withAMuteCause_isStoodForWithWhatTheCauseTells() {
    Throwable told = told(new IOException("outer", new Endless()));
    assertThat(told).hasMessage("java.io.IOException: outer");
    assertThat(told.getCause()).hasMessageEndingWith("Endless: on and on");
  }

  @Test
  void error_withAVeryLongChainOfCauses_isTold() {
    Throwable deep = new IOException("deepest");
    for (int i = 0; i < 100_000; i++) {
      deep = new IOException("level", deep);
    }
    assertThat(told(deep)).hasMessage("java.io.IOException: level");
  }

  @Test
  void unhandledFailure_thatIsMute_keepsItsCode() {
    TrialError error =
        Run.error(
            Run.of(
                trial -> {
                  Deferred.fail(new Endless());
                  return null;
                }));
    assertThat(error.code()).isEqualTo(FailureCode.UNHANDLED_FAILURE);
    assertThat(error.getCause()).hasMessageEndingWith("Endless: on and on");
  }

  @Test
  void value_whoseTextArmsAndFires_leavesTheTrialAlone() {
    TrialOutcome outcome =
        Run.of(
            TrialSettings.DEFAULT.withStrictness(Strictness.STRICT),
            trial -> {
              Deferred<Object> other = new Deferred<>();
              Deferred<Object> meddled = Deferred.succeed(new Meddler(other));
              meddled.pause();
              meddled.addCallback(value -> value);
              return null;
            });
    TrialError error = Run.error(outcome);
    assertThat(error.code()).isEqualTo(FailureCode.PENDING_DEFERRED);
    assertThat(error.pending()).hasSize(2);
    assertThat(error).hasMessageContaining("whose toString() threw IllegalStateException");
  }

  @Test
  void textOfSeveralLines_cannotBeTakenForOneOfTheReports() {
    TrialError error =
        Run.error(
            Run.of(
                trial -> {
                  trial.note("one\nA-LIVELOCK: two\r\u001b[31mthree");
                  trial.label("case\nA-STUCK: 7");
                  new Deferred<>().label("a\nfix: nothing").addCallback(value -> value);
                  return null;
                }));
    List<String> lines = String.valueOf(error.getMessage()).lines().toList();
    assertThat(lines.subList(1, lines.size())).allMatch(line -> line.startsWith("  "));
    assertThat(lines)
        .contains(
            "  noted at t=0s: one",
            "      A-LIVELOCK: two",
            "      \\u001b[31mthree",
            "  this was case\\nA-STUCK: 7; the replay runs it among the others")
        .noneMatch(line -> line.startsWith("  fix: nothing"));
  }

  private static final class Closed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Closed() {
      super("without a place for others", null, false, true);
    }
  }

  private static final class Rigid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Rigid() {
      super("as it is");
    }

    @Override
    public void setStackTrace(StackTraceElement[] stack) {
      throw new UnsupportedOperationException();
    }
  }

  private static final class Mute extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Semaphore never;

    Mute(Semaphore never) {
      this.never = never;
    }

    @Override
    public String getMessage() {
      never.acquireUninterruptibly();
      return "too late";
    }
  }

  private static final class Endless extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Endless() {
      super("on and on");
    }

    @Override
    public synchronized Throwable getCause() {
      return new Endless();
    }
  }

  @SuppressWarnings("ThrowableEqualsHashCode")
  private static final class Moody extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean equals(@Nullable Object other) {
      throw new IllegalStateException("no equals");
    }

    @Override
    public int hashCode() {
      throw new IllegalStateException("no hash code");
    }
  }

  /** Something that fires a Deferred when it is asked for its text. */
  private record Meddler(Deferred<Object> other) {
    @Override
    public String toString() {
      other.callback("meddled");
      return "meddler";
    }
  }
}
