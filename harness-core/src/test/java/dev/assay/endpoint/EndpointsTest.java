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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EndpointsTest {
  private final ManualReactor reactor = new ManualReactor();

  @Test
  void client_tcp_allNamed() throws UnknownHostException {
    ConnectOptions options =
        new ConnectOptions(
            Duration.ofSeconds(5),
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {10, 0, 0, 1}), 0));

    assertThat(
            Endpoints.client(
                reactor, "tcp:host=example.org:port=80:timeout=5:bindAddress=10.0.0.1"))
        .isEqualTo(Endpoints.hostClient(reactor, "example.org", 80, options));
  }

  @Test
  void client_tcp_inShort() {
    ClientEndpoint expected = Endpoints.hostClient(reactor, "example.org", 80);

    assertThat(Endpoints.client(reactor, "tcp:example.org:80")).isEqualTo(expected);
    assertThat(Endpoints.client(reactor, "tcp:example.org:port=80")).isEqualTo(expected);
    assertThat(Endpoints.client(reactor, "tcp:port=80:host=example.org")).isEqualTo(expected);
  }

  @Test
  void client_tcp_escapedAddress() {
    assertThat(Endpoints.client(reactor, "tcp:\\:\\:1:80"))
        .isEqualTo(Endpoints.hostClient(reactor, "::1", 80));
  }

  @Test
  void client_tcp_partsOfASecond() {
    assertThat(Endpoints.client(reactor, "tcp:a:1:timeout=0.25"))
        .isEqualTo(
            Endpoints.hostClient(
                reactor, "a", 1, ConnectOptions.DEFAULT.withTimeout(Duration.ofMillis(250))));
  }

  @Test
  void client_unix() {
    ClientEndpoint expected = Endpoints.unixClient(reactor, "/run/x.sock");

    assertThat(Endpoints.client(reactor, "unix:path=/run/x.sock")).isEqualTo(expected);
    assertThat(Endpoints.client(reactor, "unix:/run/x.sock")).isEqualTo(expected);
  }

  @Test
  void server_tcp() {
    assertThat(Endpoints.server(reactor, "tcp:8080:interface=127.0.0.1:backlog=10"))
        .isEqualTo(Endpoints.tcpServer(reactor, 8080, new ListenOptions("127.0.0.1", 10)));
    assertThat(Endpoints.server(reactor, "tcp:port=0")).isEqualTo(Endpoints.tcpServer(reactor, 0));
  }

  @Test
  void server_unix() {
    assertThat(Endpoints.server(reactor, "unix:/run/x.sock"))
        .isEqualTo(Endpoints.unixServer(reactor, "/run/x.sock"));
  }

  @Test
  void quote_escapesWhatMeansSomething() {
    assertThat(Endpoints.quote("C:\\run\\a=b")).isEqualTo("C\\:\\\\run\\\\a\\=b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "'' | endpoint must begin with tcp or unix: nothing",
        "ssl:example.org:443 | endpoint must begin with tcp or unix: ssl",
        "TCP:a:80 | endpoint must begin with tcp or unix: TCP",
        "tcp=a:80 | endpoint must begin with tcp or unix: tcp=a",
        "example.org:80 | endpoint must begin with tcp or unix: example.org",
        "tcp: | host must have a value: argument 1",
        "tcp | host must be given: missing",
        "tcp:example.org | port must be given: missing",
        "tcp:port=80 | host must be given: missing",
        "tcp:a:80:5 | argument 3 must have a name, "
            + "one of host, port, timeout and bindAddress: 5",
        "tcp:host=a:80 | argument 2 must have a name, as the one before it has: 80",
        "tcp:a:80:host=b | host must be given once: a and b",
        "tcp:a:port=80:port=80 | port must be given once: 80 and 80",
        "tcp:a:80:timeOut=5 | name of argument 3 must be one of "
            + "host, port, timeout and bindAddress: timeOut",
        "tcp:a:80:=5 | name of argument 3 must be one of "
            + "host, port, timeout and bindAddress: nothing",
        "tcp:a:80:timeout= | timeout must have a value: argument 3",
        "tcp:a:80:timeout=1=2 | argument 3 must have one equals sign, "
            + "others escaped by a backslash: timeout=1=2",
        "tcp:a:http | port must be a number from 1 to 65535: http",
        "tcp:a:0 | port must be a number from 1 to 65535: 0",
        "tcp:a:65536 | port must be a number from 1 to 65535: 65536",
        "tcp:a:+80 | port must be a number from 1 to 65535: +80",
        "tcp:a:99999999999999999999 | port must be a number from 1 to 65535: 99999999999999999999",
        "tcp:a b:80 | host must be a name or an address, without spaces: a b",
        "tcp:a:80:timeout=0 | timeout must be a positive number of seconds, such as 5 or 0.5: 0",
        "tcp:a:80:timeout=1e3 | "
            + "timeout must be a positive number of seconds, such as 5 or 0.5: 1e3",
        "tcp:a:80:bindAddress=localhost | bindAddress must be an IP address: localhost",
        "tcp:a:80:bindAddress=1.2.3 | bindAddress must be an IP address: 1.2.3",
        "tcp:a:80:bindAddress=1.2.3.256 | bindAddress must be an IP address: 1.2.3.256",
        "tcp:a:80:bindAddress=1\\:2 | bindAddress must be an IP address: 1:2",
        "tcp:a:80\\ | backslash must be followed by a colon, an equals sign or a backslash: \\",
        "unix:C\\:\\run | backslash must be followed by a colon, an equals sign or a backslash: "
            + "\\run",
        "unix | path must be given: missing",
        "unix:/run/x:/run/y | argument 2 must have a name, one of path: /run/y",
        "unix:/run/x:mode=600 | name of argument 2 must be one of path: mode",
      })
  void client_nonsense_isRefusedWithTheReason(String text, String message) {
    assertThatThrownBy(() -> Endpoints.client(reactor, text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message + " (in \"" + text + "\")");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tcp | port must be given: missing",
        "tcp:8080:127.0.0.1 | argument 2 must have a name, one of port, interface and backlog: "
            + "127.0.0.1",
        "tcp:8080:host=a | name of argument 2 must be one of port, interface and backlog: host",
        "tcp:-1 | port must be a number from 0 to 65535: -1",
        "tcp:80:backlog=0 | backlog must be a number from 1 to 2147483647: 0",
        "tcp:80:backlog=9999999999 | backlog must be a number from 1 to 2147483647: 9999999999",
        "tcp:80:interface=a b | interface must be a name or an address, without spaces: a b",
      })
  void server_nonsense_isRefusedWithTheReason(String text, String message) {
    assertThatThrownBy(() -> Endpoints.server(reactor, text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message + " (in \"" + text + "\")");
  }

  @ParameterizedTest
  @ValueSource(strings = {"::", "::1", "fe80::1", "1:2:3:4:5:6:7:8", "::ffff:10.0.0.1", "0.0.0.0"})
  void bindAddress_anyLiteral_isUnderstood(String literal) {
    String text = "tcp:a:80:bindAddress=" + Endpoints.quote(literal);

    assertThat(Endpoints.client(reactor, text)).asString().contains(":bindAddress=");
  }
}
