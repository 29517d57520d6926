// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.fake.FakeReactor;
import dev.assay.time.DelayedCall;
import dev.assay.time.ReactorTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ContractReportTest {
  @Test
  void report_brokenRule_saysWhichAndWhatCameInstead() {
    ContractReport report = ReactorContract.verify(() -> FakeSubject.behind(Forgetful::new));

    assertThat(report.failed().keySet())
        .extracting(ContractCheck::name)
        .contains("time.list.in-the-order-of-running");
    assertThat(report.toString())
        .contains(" failed, ")
        .contains(
            """
            FAILED time.list.follows-a-move
              rule: The list of calls has a call that was moved at its new place.
              but:  the list must be <[DelayedCall#2""");
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(report::assertPassed)
        .withMessage(report.toString());
  }

  @Test
  void report_reactorWithOneFace_checksThatOne() {
    ContractReport report = ReactorContract.verify(() -> FakeSubject.behind(Forgetful::new));

    assertThat(report.passed())
        .isNotEmpty()
        .allSatisfy(check -> assertThat(check.faces()).containsExactly(ReactorTime.class));
    assertThat(report.notApplicable())
        .containsEntry(
            ReactorContract.check("tcp.connect.by-name"),
            "the reactor does not implement ReactorTcp");
    assertThat(report.toString())
        .contains("NOT APPLICABLE, as the reactor does not implement ReactorTcp\n  tcp.connect.");
  }

  @Test
  void report_subjectWithoutUnixSockets_listsWhatWasNotRun() {
    ContractReport report = ReactorContract.verify(FakeSubject::withoutUnixSockets);

    report.assertPassed();
    assertThat(report.notApplicable().keySet())
        .containsExactlyElementsOf(
            ReactorContract.checks().stream()
                .filter(check -> check.name().startsWith("unix."))
                .toList());
    assertThat(report.toString())
        .contains(" failed, " + report.notApplicable().size() + " not applicable\n")
        .contains("NOT APPLICABLE, as the subject has no unix sockets\n  unix.connect.both-sides");
  }

  @Test
  void assertPassed_reactorWithoutAFace_fails() {
    ContractReport report = ReactorContract.verify(() -> FakeSubject.behind(fake -> "no reactor"));

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(report::assertPassed)
        .withMessage("no check applies: the reactor has no face that is checked");
  }

  @Test
  void check_thatFails_tellsWhatHappened() {
    ContractCheck check = ReactorContract.check("tcp.error.when-received");
    Fault forgiving =
        CloseFaults.ALL.stream()
            .filter(fault -> fault.caughtBy().equals(check.name()))
            .findFirst()
            .orElseThrow();

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> check.run(FakeSubject.behind(forgiving.reactor())))
        .withMessage(
            "this must come true, and did not: both hear of the end; what happened: "
                + "server factory started, client factory started, client factory connecting, "
                + "client factory build, client made, server factory build, server made, "
                + "server got 1 bytes");
  }

  @Test
  void check_reactorOfWhichSomethingIsLeft_fails() {
    ContractCheck check = ReactorContract.check("time.clock.moves-on");

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> check.run(FakeSubject.behind(Leaking::new)))
        .withMessageContaining("nothing may be left: [DelayedCall#1: due at t=1h");
  }

  @Test
  void check_nameOfNone_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReactorContract.check("time.flies"))
        .withMessage("name must be that of a check: time.flies");
  }

  @Test
  void describe_everyCheck_hasALine() {
    assertThat(ReactorContract.describe().lines())
        .hasSameSizeAs(ReactorContract.checks())
        .contains("time.call.runs-once: A call runs exactly once.");
  }

  /** Knows no call that is armed. */
  private static final class Forgetful implements ReactorTime {
    private final FakeReactor fake;

    Forgetful(FakeReactor fake) {
      this.fake = fake;
    }

    @Override
    public Duration elapsed() {
      return fake.elapsed();
    }

    @Override
    public DelayedCall callLater(Duration delay, Runnable call) {
      return fake.callLater(delay, call);
    }

    @Override
    public List<DelayedCall> delayedCalls() {
      return List.of();
    }
  }

  /** Arms a call of its own that it never cancels. */
  private static final class Leaking extends RelayReactor {
    private boolean leaked;

    Leaking(FakeReactor fake) {
      super(fake);
    }

    @Override
    public Duration elapsed() {
      if (!leaked) {
        leaked = true;
        callLater(Duration.ofHours(1), () -> {});
      }
      return super.elapsed();
    }
  }
}
