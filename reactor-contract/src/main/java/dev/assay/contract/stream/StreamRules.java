// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.stream;

import dev.assay.contract.peer.Family;
import dev.assay.contract.peer.StreamRule;
import dev.assay.contract.peer.Tcp;
import dev.assay.contract.peer.Unix;
import dev.assay.contract.rig.Rule;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rules about streams of bytes: those that hold for every family of addresses, and those of a
 * single one.
 *
 * @since 0.1
 */
public final class StreamRules {
  private static final List<StreamRule> OF_EVERY_FAMILY =
      Stream.of(
              ConnectChecks.RULES,
              ConnectorChecks.RULES,
              ReconnectChecks.RULES,
              FactoryChecks.RULES,
              ListenChecks.RULES,
              AddressChecks.RULES,
              DataChecks.RULES,
              PauseChecks.RULES,
              CloseChecks.RULES,
              AbortChecks.RULES,
              ReentryChecks.RULES,
              HalfCloseChecks.RULES,
              ProducerChecks.RULES,
              ConsumerChecks.RULES,
              ErrorChecks.RULES,
              CallbackChecks.RULES)
          .flatMap(List::stream)
          .toList();

  private StreamRules() {}

  /** Returns the rules of connections over TCP. */
  public static Stream<Rule> tcp() {
    return Stream.of(
            over(new Tcp()),
            TcpConnectChecks.RULES,
            TcpSilenceChecks.RULES,
            TcpListenChecks.RULES,
            TcpOptionChecks.RULES,
            ResetChecks.TCP)
        .flatMap(List::stream);
  }

  /** Returns the rules of connections over UNIX sockets. */
  public static Stream<Rule> unix() {
    return Stream.of(over(new Unix()), UnixChecks.RULES, ResetChecks.UNIX).flatMap(List::stream);
  }

  private static List<Rule> over(Family family) {
    return OF_EVERY_FAMILY.stream().map(rule -> rule.over(family)).toList();
  }
}
