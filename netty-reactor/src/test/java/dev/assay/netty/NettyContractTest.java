// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contract.ContractCheck;
import dev.assay.contract.ReactorContract;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
final class NettyContractTest {
  /** Only on a clock that stands still can two calls armed at different times be due together. */
  private static final List<String> OF_EXACT_CLOCKS =
      List.of("time.call.ties-from-different-moments", "time.delay.counts-as-armed-anew");

  @TestFactory
  Stream<DynamicTest> nettyReactor_eachCheck_passes() {
    return ReactorContract.checks().stream()
        .filter(check -> !OF_EXACT_CLOCKS.contains(check.name()))
        .map(check -> DynamicTest.dynamicTest(check.name(), () -> check.run(new NettySubject())));
  }

  @Test
  void nettyReactor_checksThatDoNotApply_areThoseOfExactClocks() {
    try (NettySubject subject = new NettySubject()) {
      assertThat(ReactorContract.checks())
          .filteredOn(check -> !check.appliesTo(subject))
          .extracting(ContractCheck::name)
          .containsExactlyElementsOf(OF_EXACT_CLOCKS);
    }
  }
}
