// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty.stream;

import dev.assay.protocol.ClientFactory;
import dev.assay.reactor.ConnectOptions;
import dev.assay.reactor.rules.BaseConnector;
import java.net.SocketAddress;

/** A destination on a real network, and the attempt or connection to it. */
final class NettyConnector extends BaseConnector {
  private final Streams streams;
  private final ConnectOptions options;

  NettyConnector(
      Streams streams, SocketAddress destination, ClientFactory factory, ConnectOptions options) {
    super(streams.loop(), destination, factory);
    this.streams = streams;
    this.options = options;
  }

  @Override
  protected Attempt attempt() {
    return new NettyAttempt(streams, this, options);
  }

  void connected(Stream stream) {
    made(stream);
  }
}
