// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to connect: for how long to try, and from which address.
 *
 * @param timeout after which the attempt fails
 * @param bindAddress the address to connect from, or null for any
 * @since 0.1
 */
public record ConnectOptions(Duration timeout, @Nullable InetSocketAddress bindAddress) {
  /** Half a minute, from any address. */
  public static final ConnectOptions DEFAULT = new ConnectOptions(Duration.ofSeconds(30), null);

  /** Refuses a timeout that is not positive. */
  public ConnectOptions {
    if (timeout.isZero() || timeout.isNegative()) {
      throw new IllegalArgumentException("timeout must be positive: " + timeout);
    }
  }

  /** Returns these options with another timeout. */
  public ConnectOptions withTimeout(Duration other) {
    return new ConnectOptions(other, bindAddress);
  }

  /** Returns these options with another local address. */
  public ConnectOptions withBindAddress(InetSocketAddress address) {
    return new ConnectOptions(timeout, address);
  }
}
