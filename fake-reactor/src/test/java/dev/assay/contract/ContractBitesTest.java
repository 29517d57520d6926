// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.fake.FakeReactor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether the contract notices a reactor that breaks a rule, and by the check of that rule. */
final class ContractBitesTest {
  static Stream<Fault> faults() {
    return Stream.of(TimeFaults.all(), CloseFaults.all(), DataFaults.all()).flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void check_reactorThatBreaksItsRule_fails(Fault fault) {
    ContractCheck check = ReactorContract.check(fault.caughtBy());

    assertThatThrownBy(() -> check.run(FakeSubject.behind(fault.reactor())))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void checks_relayThatBreaksNoRule_pass() {
    ContractReport report = ReactorContract.verify(() -> FakeSubject.behind(Relay::new));

    report.assertPassed();
    assertThat(report.passed())
        .extracting(ContractCheck::name)
        .containsAll(faults().map(Fault::caughtBy).toList());
  }

  private static final class Relay extends RelayReactor {
    Relay(FakeReactor fake) {
      super(fake);
    }
  }
}
