// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fake.Fault;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class ReactorContractTest {
  @TestFactory
  Stream<DynamicTest> fakeReactor_eachCheck_passes() {
    return ReactorContract.checks().stream()
        .map(check -> DynamicTest.dynamicTest(check.name(), () -> check.run(new FakeSubject())));
  }

  @Test
  void fakeReactor_onAThreadOfItsOwn_passes() {
    ReactorContract.verify(OwnThreadSubject::new).assertPassed();
  }

  @Test
  void fakeReactor_inAnyOrderAndCutAnywhere_passesButForTies() {
    ContractReport report =
        ReactorContract.verify(() -> FakeSubject.on(network -> network.choose(new Turbulence(1))));

    // Which of the calls goes first that are due at the same time is among what is chosen.
    assertThat(report.failed().keySet())
        .extracting(ContractCheck::name)
        .allSatisfy(name -> assertThat(name).startsWith("time."))
        .contains("time.call.ties-in-order-of-arming");
  }

  @Test
  void fakeReactor_whoseNetworkTakesTime_passes() {
    Duration latency = Duration.ofMillis(1);
    ContractReport report =
        ReactorContract.verify(
            () ->
                FakeSubject.on(
                    network ->
                        network.strike(new Fault.Latency("localhost", "localhost", latency))));

    // Calls without delay that arm each other forever hold up virtual time: nothing arrives.
    assertThat(report.failed().keySet())
        .extracting(ContractCheck::name)
        .containsExactly(
            "tcp.turn.calls-do-not-starve-the-network",
            "unix.turn.calls-do-not-starve-the-network",
            "tls.turn.calls-do-not-starve-the-network");
  }

  @Test
  void checks_theirNames_areUnique() {
    assertThat(ReactorContract.checks()).extracting(ContractCheck::name).doesNotHaveDuplicates();
  }
}
