// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty.socket;

import dev.assay.protocol.BindFailedException;
import dev.assay.reactor.rules.Addresses;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.util.concurrent.Future;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * What is common to Netty's channels of all kinds.
 *
 * @since 0.1
 */
public final class Channels {
  private Channels() {}

  /** Prepares a channel that is not registered: it reads nothing until it is told to. */
  public static void prepare(Channel channel) {
    channel.config().setAutoRead(false);
    channel.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
  }

  /** Returns an address, or that of no path if there is none. */
  public static SocketAddress orNone(@Nullable SocketAddress address) {
    return address == null ? UnixDomainSocketAddress.of("") : address;
  }

  /** Returns the failure to bind an address. */
  public static BindFailedException bindFailed(SocketAddress address, Throwable cause) {
    return new BindFailedException(
        "cannot bind " + Addresses.show(address) + ": " + cause.getMessage(), cause);
  }

  /** Ignores the outcome of a request, which the handlers of the channel report as well. */
  public static void ignore(Future<?> outcome) {}
}
