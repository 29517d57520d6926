// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import dev.assay.protocol.ClientFactory;
import dev.assay.reactor.ConnectOptions;
import dev.assay.reactor.rules.BaseConnector;
import dev.assay.tls.TlsOptions;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/** A destination on a fake network, and the attempt or connection to it. */
final class FakeConnector extends BaseConnector {
  private final Network network;
  private final ConnectProcess.Source host;
  private final ConnectOptions options;
  private final @Nullable TlsOptions tls;

  FakeConnector(
      Network network,
      ConnectProcess.Source host,
      SocketAddress destination,
      ClientFactory factory,
      ConnectOptions options,
      @Nullable TlsOptions tls) {
    super(new HostEvents(network, host), destination, factory);
    this.network = network;
    this.host = host;
    this.options = options;
    this.tls = tls;
  }

  @Override
  protected Attempt attempt() {
    return new ConnectProcess(network, host, this, options, this::connected);
  }

  private void connected(StreamEnd client) {
    client.askedFor(destination());
    made(client.withTls(tls));
  }
}
