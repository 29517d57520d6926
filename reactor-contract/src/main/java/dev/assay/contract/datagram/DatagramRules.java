// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.datagram;

import dev.assay.contract.rig.Rule;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rules about datagrams.
 *
 * @since 0.1
 */
public final class DatagramRules {
  private DatagramRules() {}

  /** Returns the rules, always in the same order. */
  public static Stream<Rule> all() {
    return Stream.of(UdpChecks.RULES, UdpPortChecks.RULES).flatMap(List::stream);
  }
}
