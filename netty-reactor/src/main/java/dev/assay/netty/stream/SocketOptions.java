// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty.stream;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The options of a connection, by Java's names instead of Netty's. */
final class SocketOptions {
  private static final Map<SocketOption<?>, ChannelOption<?>> NETTYS =
      Map.of(
          StandardSocketOptions.TCP_NODELAY, ChannelOption.TCP_NODELAY,
          StandardSocketOptions.SO_KEEPALIVE, ChannelOption.SO_KEEPALIVE,
          StandardSocketOptions.SO_LINGER, ChannelOption.SO_LINGER,
          StandardSocketOptions.SO_SNDBUF, ChannelOption.SO_SNDBUF,
          StandardSocketOptions.SO_RCVBUF, ChannelOption.SO_RCVBUF);

  private SocketOptions() {}

  static <T> void set(Channel channel, SocketOption<T> option, T value) {
    channel.config().setOption(find(channel, option), value);
  }

  static <T> T get(Channel channel, SocketOption<T> option) {
    return channel.config().getOption(find(channel, option));
  }

  @SuppressWarnings("unchecked") // both options have the same type
  private static <T> ChannelOption<T> find(Channel channel, SocketOption<T> option) {
    ChannelOption<?> found = NETTYS.get(option);
    if (found == null || !channel.config().getOptions().containsKey(found)) {
      throw new UnsupportedOperationException(
          "a connection has no option " + option.name() + "; it has " + names(channel));
    }
    return (ChannelOption<T>) found;
  }

  private static Set<String> names(Channel channel) {
    Set<String> names = new TreeSet<>();
    NETTYS.forEach(
        (option, nettys) -> {
          if (channel.config().getOptions().containsKey(nettys)) {
            names.add(option.name());
          }
        });
    return names;
  }
}
