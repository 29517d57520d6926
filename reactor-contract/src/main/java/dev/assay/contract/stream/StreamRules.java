// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.stream;

import dev.assay.contract.peer.Family;
import dev.assay.contract.peer.StreamRule;
import dev.assay.contract.peer.Tcp;
import dev.assay.contract.peer.Tls;
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
              ProducerChecks.RULES,
              ConsumerChecks.RULES,
              ErrorChecks.RULES,
              CallbackChecks.RULES)
          .flatMap(List::stream)
          .toList();

  /**
   * The rules that do not hold with TLS, which has no half close, and for which an end before the
   * handshake is a failure.
   */
  private static final List<String> NOT_WITH_TLS =
      List.of(
          "factory.client-hears-of-the-loss",
          "factory.no-protocol-at-the-server",
          "factory.no-protocol-at-the-client",
          "close.when-made",
          "producer.half-close-waits",
          "error.when-read-ends",
          "error.when-write-ends");

  private StreamRules() {}

  /** Returns the rules of connections over TCP. */
  public static Stream<Rule> tcp() {
    return Stream.of(
            over(new Tcp()),
            halfClose(new Tcp()),
            TcpConnectChecks.RULES,
            TcpSilenceChecks.RULES,
            TcpListenChecks.RULES,
            TcpOptionChecks.RULES,
            ResetChecks.TCP,
            StartTlsChecks.RULES)
        .flatMap(List::stream);
  }

  /** Returns the rules of connections over UNIX sockets. */
  public static Stream<Rule> unix() {
    return Stream.of(over(new Unix()), halfClose(new Unix()), UnixChecks.RULES, ResetChecks.UNIX)
        .flatMap(List::stream);
  }

  /** Returns the rules of connections that TLS protects. */
  public static Stream<Rule> tls() {
    Family tls = Tls.trusted();
    List<Rule> common =
        OF_EVERY_FAMILY.stream()
            .filter(rule -> !NOT_WITH_TLS.contains(rule.name()))
            .map(rule -> rule.over(tls))
            .toList();
    return Stream.of(common, TlsChecks.RULES).flatMap(List::stream);
  }

  private static List<Rule> halfClose(Family family) {
    return HalfCloseChecks.RULES.stream().map(rule -> rule.over(family)).toList();
  }

  private static List<Rule> over(Family family) {
    return OF_EVERY_FAMILY.stream().map(rule -> rule.over(family)).toList();
  }
}
