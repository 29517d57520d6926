// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The options of an attempt to connect.
 *
 * @param timeout the time after which the attempt fails
 * @param bindAddress the address to connect from, or null for any
 * @since 0.1
 */
public record ConnectOptions(Duration timeout, @Nullable InetSocketAddress bindAddress) {
  /** A timeout of 30 seconds, from any address. */
  public static final ConnectOptions DEFAULT = new ConnectOptions(Duration.ofSeconds(30), null);

  /**
   * Creates options.
   *
   * @throws IllegalArgumentException if the timeout is not positive
   */
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
