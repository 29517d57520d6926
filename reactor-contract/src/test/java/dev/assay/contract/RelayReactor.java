// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import dev.assay.fake.FakeReactor;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.ClientFactory;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.Connector;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.ProtocolFactory;
import dev.assay.protocol.Transport;
import dev.assay.reactor.ConnectOptions;
import dev.assay.reactor.ListenOptions;
import dev.assay.reactor.ListeningPort;
import dev.assay.reactor.ReactorTcp;
import dev.assay.reactor.ReactorUnix;
import dev.assay.time.DelayedCall;
import dev.assay.time.ReactorTime;
import java.time.Duration;
import java.util.List;

/**
 * A reactor that passes everything on to the fake one, so that a subclass can break one rule.
 *
 * <p>Between it and the protocols stands {@link RelayProtocol}, and between them and their
 * transports {@link RelayTransport}.
 */
abstract class RelayReactor implements ReactorTime, ReactorTcp, ReactorUnix {
  private final FakeReactor fake;

  RelayReactor(FakeReactor fake) {
    this.fake = fake;
  }

  FakeReactor fake() {
    return fake;
  }

  /** Returns what stands between the network and a protocol. */
  RelayProtocol between(Protocol user) {
    return RelayProtocol.of(this, user);
  }

  /** Returns what a protocol gets for its transport. */
  RelayTransport between(Transport real, RelayProtocol protocol) {
    return new RelayTransport(real) {};
  }

  /** Tells a protocol of data. */
  void received(RelayProtocol protocol, byte[] data) {
    protocol.user().dataReceived(data);
  }

  /** Tells a protocol of its end. */
  void lost(RelayProtocol protocol, ConnectionClosedException reason) {
    protocol.user().endConnection(reason);
  }

  /** Returns what stands between the network and a factory. */
  ClientFactory between(ClientFactory factory) {
    return RelayFactory.of(this, factory);
  }

  @Override
  public Duration elapsed() {
    return fake.elapsed();
  }

  @Override
  public DelayedCall callLater(Duration delay, Runnable call) {
    return fake.callLater(delay, call);
  }

  @Override
  public List<DelayedCall> delayedCalls() {
    return fake.delayedCalls();
  }

  @Override
  public Connector connectTcp(
      String host, int port, ClientFactory factory, ConnectOptions options) {
    return fake.connectTcp(host, port, between(factory), options);
  }

  @Override
  public ListeningPort listenTcp(int port, ProtocolFactory factory, ListenOptions options)
      throws BindFailedException {
    return fake.listenTcp(port, between(RelayFactory.client(factory)), options);
  }

  @Override
  public Connector connectUnix(String path, ClientFactory factory) {
    return fake.connectUnix(path, between(factory));
  }

  @Override
  public ListeningPort listenUnix(String path, ProtocolFactory factory) throws BindFailedException {
    return fake.listenUnix(path, between(RelayFactory.client(factory)));
  }
}
