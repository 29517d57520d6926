// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.fake.FakeReactor;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether the contract notices a reactor that breaks a rule, and by the check of that rule. */
final class ContractBitesTest {
  static Stream<Fault> faults() {
    return Stream.of(
            TimeFaults.ALL,
            CloseFaults.ALL,
            DataFaults.ALL,
            UdpFaults.ALL,
            ThreadFaults.ALL,
            CoreFaults.ALL,
            ProcessFaults.ALL)
        .flatMap(List::stream)
        .flatMap(Fault::overEachFamily);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void check_reactorThatBreaksItsRule_fails(Fault fault) {
    ContractCheck check = ReactorContract.check(fault.caughtBy());

    assertThatThrownBy(() -> check.run(FakeSubject.behind(fault.reactor())))
        .isInstanceOf(AssertionError.class);
  }

  static Stream<Function<FakeReactor, Object>> harmless() {
    return Stream.of(
        TimeFaults::harmless,
        UdpFaults::harmless,
        ThreadFaults::harmless,
        CoreFaults::harmless,
        ProcessFaults::harmless);
  }

  /** The faults are caught because of what they break, not because something stands between. */
  @ParameterizedTest
  @MethodSource("harmless")
  void checks_relayThatBreaksNoRule_pass(Function<FakeReactor, Object> relay) {
    ReactorContract.verify(() -> FakeSubject.behind(relay)).assertPassed();
  }
}
