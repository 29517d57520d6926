// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import static java.util.stream.Collectors.joining;

import dev.assay.contract.datagram.DatagramRules;
import dev.assay.contract.process.ProcessRules;
import dev.assay.contract.reactor.ReactorRules;
import dev.assay.contract.stream.StreamRules;
import dev.assay.contract.subject.ContractSubject;
import dev.assay.contract.time.TimeRules;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The rules that every reactor must keep, whether its network is real or in memory.
 *
 * <pre>{@code
 * ReactorContract.verify(MyReactorSubject::new).assertPassed();
 * }</pre>
 *
 * @since 0.1
 */
public final class ReactorContract {
  private static final List<ContractCheck> CHECKS =
      Stream.of(
              TimeRules.all(),
              StreamRules.tcp(),
              DatagramRules.all(),
              StreamRules.unix(),
              StreamRules.tls(),
              ReactorRules.all(),
              ProcessRules.all())
          .flatMap(rules -> rules.map(ContractCheck::new))
          .toList();

  private ReactorContract() {}

  /** Returns all checks, always in the same order. */
  public static List<ContractCheck> checks() {
    return CHECKS;
  }

  /**
   * Returns the check with a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static ContractCheck check(String name) {
    return CHECKS.stream()
        .filter(check -> check.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("name must be that of a check: " + name));
  }

  /**
   * Runs all checks that apply.
   *
   * @param fresh creates a subject for each check
   */
  public static ContractReport verify(Supplier<? extends ContractSubject> fresh) {
    ContractReport report = new ContractReport();
    for (ContractCheck check : CHECKS) {
      report.add(check, fresh.get());
    }
    return report;
  }

  /** Returns the names of all checks with their meanings, one per line. */
  public static String describe() {
    return CHECKS.stream().map(ContractCheck::toString).collect(joining("\n", "", "\n"));
  }
}
