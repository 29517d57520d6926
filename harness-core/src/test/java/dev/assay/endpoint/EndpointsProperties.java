// SPDX-License-Identifier: Apache-2.0
package dev.assay.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.reactor.ConnectOptions;
import dev.assay.reactor.ListenOptions;
import dev.assay.reactor.ManualReactor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;

final class EndpointsProperties {
  private final ManualReactor reactor = new ManualReactor();

  @Property
  void quotedValue_isReadBack(@ForAll @NotEmpty String path) {
    ClientEndpoint expected = Endpoints.unixClient(reactor, path);

    assertThat(Endpoints.client(reactor, "unix:path=" + Endpoints.quote(path))).isEqualTo(expected);
    assertThat(Endpoints.client(reactor, "unix:" + Endpoints.quote(path))).isEqualTo(expected);
  }

  @Property
  void client_itsText_isReadBack(
      @ForAll("hosts") String host,
      @ForAll @IntRange(min = 1, max = 65535) int port,
      @ForAll("options") ConnectOptions options) {
    ClientEndpoint endpoint = Endpoints.hostClient(reactor, host, port, options);

    assertThat(Endpoints.client(reactor, endpoint.toString())).isEqualTo(endpoint);
  }

  @Property
  void server_itsText_isReadBack(
      @ForAll @IntRange(max = 65535) int port,
      @ForAll("hosts") String host,
      @ForAll @IntRange(min = 1) int backlog) {
    ServerEndpoint endpoint = Endpoints.tcpServer(reactor, port, new ListenOptions(host, backlog));

    assertThat(Endpoints.server(reactor, endpoint.toString())).isEqualTo(endpoint);
  }

  @Property
  void anyText_isUnderstoodToTheLastCharacterOrRefused(@ForAll("texts") String text) {
    ClientEndpoint understood;
    try {
      understood = Endpoints.client(reactor, text);
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageContaining(" must ").hasMessageEndingWith("(in \"" + text + "\")");
      return;
    }
    assertThat(Endpoints.client(reactor, understood.toString())).isEqualTo(understood);
    assertThatThrownBy(() -> Endpoints.client(reactor, text + ":x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Provide
  Arbitrary<String> hosts() {
    return Arbitraries.strings()
        .alpha()
        .numeric()
        .withChars(".-:=\\")
        .ofMinLength(1)
        .ofMaxLength(20);
  }

  @Provide
  Arbitrary<ConnectOptions> options() {
    Arbitrary<Duration> timeouts =
        Arbitraries.longs().between(1, 999_999_999_999_999_999L).map(Duration::ofNanos);
    Arbitrary<InetSocketAddress> addresses =
        Arbitraries.of(4, 16)
            .flatMap(size -> Arbitraries.bytes().array(byte[].class).ofSize(size))
            .map(EndpointsProperties::anyPortOf);
    return Combinators.combine(timeouts, addresses.injectNull(0.5)).as(ConnectOptions::new);
  }

  /** Texts near the grammar, of which some are right. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> kinds = Arbitraries.of("tcp", "tcp", "unix", "ssl", "");
    Arbitrary<String> arguments =
        Arbitraries.of(
            "a",
            "80",
            "host=a",
            "port=80",
            "path=a",
            "timeout=1",
            "timeout=",
            "=",
            "b=1",
            "",
            "\\",
            "\\:",
            "a=b=c");
    return Combinators.combine(kinds, arguments.list().ofMaxSize(4))
        .as(
            (kind, rest) ->
                String.join(":", Stream.concat(Stream.of(kind), rest.stream()).toList()));
  }

  private static InetSocketAddress anyPortOf(byte[] address) {
    try {
      return new InetSocketAddress(InetAddress.getByAddress(address), 0);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }
}
