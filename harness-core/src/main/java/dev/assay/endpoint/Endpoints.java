// SPDX-License-Identifier: Apache-2.0
package dev.assay.endpoint;

import dev.assay.reactor.ConnectOptions;
import dev.assay.reactor.ListenOptions;
import dev.assay.reactor.ReactorNames;
import dev.assay.reactor.ReactorTcp;
import dev.assay.reactor.ReactorUnix;
import dev.assay.time.ReactorTime;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The factories of endpoints: places to connect to or to listen on.
 *
 * <p>As a text, an endpoint is a kind and arguments, separated by colons:
 *
 * <pre>
 *   tcp:host=example.org:port=80:timeout=5:bindAddress=10.0.0.1     a client
 *   tcp:example.org:80                                              the same in short
 *   unix:path=/run/x.sock     unix:/run/x.sock                      a client or a server
 *   tcp:port=8080:interface=127.0.0.1:backlog=10     tcp:8080       a server
 * </pre>
 *
 * <p>A client needs {@code host} and {@code port}; {@code timeout} is in seconds. A server needs
 * {@code port}, and zero stands for any free port. Arguments without a name come first. Colons,
 * equals signs and backslashes in a value are escaped by a backslash, as {@link #quote} does. A
 * text that is not understood to its last character is refused. The text that {@code toString} of
 * an endpoint returns has this form too.
 *
 * @since 0.1
 */
public final class Endpoints {
  private static final String TCP = "tcp";

  private Endpoints() {}

  /**
   * Parses the text of an endpoint to connect to. The addresses of a host are tried as by {@link
   * #hostClient}.
   *
   * @throws IllegalArgumentException if the text is not valid
   */
  public static <R extends ReactorTcp & ReactorNames & ReactorTime & ReactorUnix>
      ClientEndpoint client(R reactor, String text) {
    EndpointText parsed = EndpointText.parse(text);
    if (!parsed.kind().equals(TCP)) {
      return unixClient(reactor, path(parsed));
    }
    EndpointArguments arguments =
        parsed.arguments(List.of("host", "port"), List.of("timeout", "bindAddress"));
    @Nullable InetSocketAddress from = arguments.anyPortOf("bindAddress");
    ConnectOptions options =
        new ConnectOptions(arguments.seconds("timeout", ConnectOptions.DEFAULT.timeout()), from);
    return hostClient(reactor, arguments.host("host"), arguments.port("port", 1), options);
  }

  /**
   * Parses the text of an endpoint to listen on.
   *
   * @throws IllegalArgumentException if the text is not valid
   */
  public static <R extends ReactorTcp & ReactorUnix> ServerEndpoint server(R reactor, String text) {
    EndpointText parsed = EndpointText.parse(text);
    if (!parsed.kind().equals(TCP)) {
      return unixServer(reactor, path(parsed));
    }
    EndpointArguments arguments =
        parsed.arguments(List.of("port"), List.of("interface", "backlog"));
    ListenOptions options =
        new ListenOptions(
            arguments.hostOrEmpty("interface"),
            arguments.positive("backlog", ListenOptions.DEFAULT.backlog()));
    return tcpServer(reactor, arguments.port("port", 0), options);
  }

  /** Escapes the special characters of endpoint texts, so that the result is one value. */
  public static String quote(String value) {
    return EndpointFormat.quote(value);
  }

  /** Returns a port of a host. All its addresses are tried, each for 30 seconds. */
  public static <R extends ReactorTcp & ReactorNames & ReactorTime> ClientEndpoint hostClient(
      R reactor, String host, int port) {
    return hostClient(reactor, host, port, ConnectOptions.DEFAULT);
  }

  /**
   * Returns a port of a host. All its addresses are tried, the preferred one first and each 0.3 s
   * after the one before. The first connection wins, and the other attempts are cancelled. If all
   * fail, the first failure is reported, with the others suppressed in it.
   *
   * @param options the options of each attempt
   */
  public static <R extends ReactorTcp & ReactorNames & ReactorTime> ClientEndpoint hostClient(
      R reactor, String host, int port, ConnectOptions options) {
    return new HostClientEndpoint<>(reactor, host, port, options);
  }

  /** Returns a port of a host, tried once, for 30 seconds. */
  public static ClientEndpoint tcpClient(ReactorTcp reactor, String host, int port) {
    return tcpClient(reactor, host, port, ConnectOptions.DEFAULT);
  }

  /** Returns a port of a host, tried once. The reactor looks up the address of a name. */
  public static ClientEndpoint tcpClient(
      ReactorTcp reactor, String host, int port, ConnectOptions options) {
    return new TcpClientEndpoint(reactor, host, port, options);
  }

  /** Returns a path of this machine to connect to. */
  public static ClientEndpoint unixClient(ReactorUnix reactor, String path) {
    return new UnixClientEndpoint(reactor, path);
  }

  /** Returns a port of all interfaces to listen on. Zero stands for any free port. */
  public static ServerEndpoint tcpServer(ReactorTcp reactor, int port) {
    return tcpServer(reactor, port, ListenOptions.DEFAULT);
  }

  /** Returns a port to listen on. Zero stands for any free port. */
  public static ServerEndpoint tcpServer(ReactorTcp reactor, int port, ListenOptions options) {
    return new TcpServerEndpoint(reactor, port, options);
  }

  /** Returns a path of this machine to listen on. */
  public static ServerEndpoint unixServer(ReactorUnix reactor, String path) {
    return new UnixServerEndpoint(reactor, path);
  }

  private static String path(EndpointText text) {
    return text.arguments(List.of("path"), List.of()).required("path");
  }
}
