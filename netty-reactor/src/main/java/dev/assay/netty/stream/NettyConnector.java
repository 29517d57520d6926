// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty.stream;

import dev.assay.protocol.ClientFactory;
import dev.assay.reactor.ConnectOptions;
import dev.assay.reactor.rules.BaseConnector;
import dev.assay.tls.TlsOptions;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/** A destination on a real network, and the attempt or connection to it. */
final class NettyConnector extends BaseConnector {
  private final Streams streams;
  private final ConnectOptions options;
  private final @Nullable TlsOptions tls;

  NettyConnector(
      Streams streams,
      SocketAddress destination,
      ClientFactory factory,
      ConnectOptions options,
      @Nullable TlsOptions tls) {
    super(streams.loop(), destination, factory);
    this.streams = streams;
    this.options = options;
    this.tls = tls;
  }

  @Override
  protected Attempt attempt() {
    return new NettyAttempt(streams, this, options);
  }

  void connected(Stream stream) {
    stream.askedFor(destination());
    made(stream.withTls(tls));
  }
}
