// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.bytes;

import static java.util.Objects.requireNonNull;

import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The options of a connection in memory: stored, and without effect.
 *
 * @since 0.1
 */
public final class SocketOptions {
  private final Map<SocketOption<?>, Object> values = new LinkedHashMap<>();

  /** Creates the options with the values of a new socket. */
  public SocketOptions() {
    values.put(StandardSocketOptions.TCP_NODELAY, false);
    values.put(StandardSocketOptions.SO_KEEPALIVE, false);
    values.put(StandardSocketOptions.SO_LINGER, -1);
    values.put(StandardSocketOptions.SO_SNDBUF, 65_536);
    values.put(StandardSocketOptions.SO_RCVBUF, 65_536);
  }

  /** Sets an option, which must be one that connections support. */
  public <T> void set(SocketOption<T> option, T value) {
    check(option);
    values.put(option, option.type().cast(value));
  }

  /** Returns the value of an option. */
  public <T> T get(SocketOption<T> option) {
    check(option);
    return option.type().cast(requireNonNull(values.get(option)));
  }

  private void check(SocketOption<?> option) {
    if (!values.containsKey(option)) {
      throw new UnsupportedOperationException(
          "a connection has no option " + option.name() + "; it has " + values.keySet());
    }
  }
}
