// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.reactor;

import dev.assay.contract.rig.Rule;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rules about names, threads, and the start and stop of a reactor.
 *
 * @since 0.1
 */
public final class ReactorRules {
  private ReactorRules() {}

  /** Returns the rules, always in the same order. */
  public static Stream<Rule> all() {
    return Stream.of(
            NameChecks.RULES,
            ThreadChecks.RULES,
            PoolChecks.RULES,
            CoreChecks.RULES,
            TriggerChecks.RULES)
        .flatMap(List::stream);
  }
}
