// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.process;

import dev.assay.contract.rig.Rule;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rules about child processes.
 *
 * @since 0.1
 */
public final class ProcessRules {
  private ProcessRules() {}

  /** Returns the rules, always in the same order. */
  public static Stream<Rule> all() {
    return Stream.of(OutputChecks.RULES, InputChecks.RULES, EndChecks.RULES, ResultChecks.RULES)
        .flatMap(List::stream);
  }
}
