// SPDX-License-Identifier: Apache-2.0
package dev.assay.endpoint;

import dev.assay.reactor.ConnectOptions;
import dev.assay.reactor.ListenOptions;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.time.Duration;

/** The writer of the texts that {@link Endpoints} reads. */
final class EndpointFormat {
  private EndpointFormat() {}

  static String tcpClient(String host, int port, ConnectOptions options) {
    StringBuilder text = new StringBuilder("tcp:host=" + quote(host) + ":port=" + port);
    if (!options.timeout().equals(ConnectOptions.DEFAULT.timeout())) {
      text.append(":timeout=").append(seconds(options.timeout()));
    }
    InetSocketAddress from = options.bindAddress();
    if (from != null) {
      String address =
          from.isUnresolved() ? from.getHostString() : from.getAddress().getHostAddress();
      text.append(":bindAddress=").append(quote(address));
    }
    return text.toString();
  }

  static String tcpServer(int port, ListenOptions options) {
    StringBuilder text = new StringBuilder("tcp:port=" + port);
    if (!options.host().isEmpty()) {
      text.append(":interface=").append(quote(options.host()));
    }
    if (options.backlog() != ListenOptions.DEFAULT.backlog()) {
      text.append(":backlog=").append(options.backlog());
    }
    return text.toString();
  }

  static String unix(String path) {
    return "unix:path=" + quote(path);
  }

  static String quote(String value) {
    return value.replace("\\", "\\\\").replace(":", "\\:").replace("=", "\\=");
  }

  static void requirePort(int port, int lowest) {
    if (port < lowest || port > 65535) {
      throw new IllegalArgumentException("port must be from " + lowest + " to 65535: " + port);
    }
  }

  private static String seconds(Duration time) {
    return BigDecimal.valueOf(time.getSeconds())
        .add(BigDecimal.valueOf(time.getNano(), 9))
        .stripTrailingZeros()
        .toPlainString();
  }
}
