// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import dev.assay.protocol.ClientFactory;
import dev.assay.reactor.ConnectOptions;
import dev.assay.reactor.rules.BaseConnector;
import java.net.SocketAddress;

/** A destination on a fake network, and the attempt or connection to it. */
final class FakeConnector extends BaseConnector implements ConnectProcess.Client {
  private final Network network;
  private final ConnectProcess.Source host;
  private final ConnectOptions options;

  FakeConnector(
      Network network,
      ConnectProcess.Source host,
      SocketAddress destination,
      ClientFactory factory,
      ConnectOptions options) {
    super(new HostEvents(network, host), destination, factory);
    this.network = network;
    this.host = host;
    this.options = options;
  }

  @Override
  protected Attempt attempt() {
    return new ConnectProcess(network, host, this, destination(), options);
  }

  @Override
  public void connected(StreamEnd client) {
    made(client);
  }
}
