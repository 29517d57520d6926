// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.event;

import dev.assay.reactor.ConnectOptions;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;

/**
 * An attempt to connect, as it was asked for.
 *
 * @param at when it began
 * @param destination the address that was asked for; of a host by name, unresolved
 * @param options for how long to try, and from where
 * @since 0.1
 */
public record ConnectAttempt(Duration at, SocketAddress destination, ConnectOptions options) {
  /** Returns the name or the address of the host, or the path, that was asked for. */
  public String host() {
    return destination instanceof InetSocketAddress inet
        ? inet.getHostString()
        : destination.toString();
  }

  /** Returns the port that was asked for; of a path, zero. */
  public int port() {
    return destination instanceof InetSocketAddress inet ? inet.getPort() : 0;
  }
}
