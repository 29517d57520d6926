// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.time;

import dev.assay.contract.rig.Rule;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rules about the clock and the calls of a reactor.
 *
 * @since 0.1
 */
public final class TimeRules {
  private TimeRules() {}

  /** Returns the rules, always in the same order. */
  public static Stream<Rule> all() {
    return Stream.of(TimeChecks.RULES, TurnChecks.RULES, CancelChecks.RULES, MoveChecks.RULES)
        .flatMap(List::stream);
  }
}
