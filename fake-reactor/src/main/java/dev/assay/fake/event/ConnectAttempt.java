// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.event;

import dev.assay.reactor.ConnectOptions;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;

/**
 * A request to connect.
 *
 * @param at the time at which it began
 * @param destination the requested address; for a host given by name, unresolved
 * @param options the timeout and the local address
 * @since 0.1
 */
public record ConnectAttempt(Duration at, SocketAddress destination, ConnectOptions options) {
  /** Returns the requested name or address of the host, or the requested path. */
  public String host() {
    return destination instanceof InetSocketAddress inet
        ? inet.getHostString()
        : destination.toString();
  }

  /** Returns the requested port, or zero for a path. */
  public int port() {
    return destination instanceof InetSocketAddress inet ? inet.getPort() : 0;
  }
}
