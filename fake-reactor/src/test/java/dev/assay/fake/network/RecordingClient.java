// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import dev.assay.protocol.ClientFactory;
import dev.assay.protocol.ConnectFailedException;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.Connector;
import dev.assay.protocol.Protocol;
import java.net.SocketAddress;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A factory that writes down what it is told, and then does what a test wants. */
public final class RecordingClient implements ClientFactory {
  private final List<String> log;
  private Protocol protocol;
  private Consumer<Connector> onStarted = connector -> {};
  private Consumer<Connector> onFailed = connector -> {};
  private Consumer<Connector> onLost = connector -> {};
  private @Nullable ConnectFailedException failure;

  public RecordingClient(List<String> log) {
    this.log = log;
    this.protocol = new RecordingProtocol("client", log);
  }

  public RecordingClient making(Protocol made) {
    protocol = made;
    return this;
  }

  public RecordingClient onStarted(Consumer<Connector> action) {
    onStarted = action;
    return this;
  }

  public RecordingClient onFailed(Consumer<Connector> action) {
    onFailed = action;
    return this;
  }

  public RecordingClient onLost(Consumer<Connector> action) {
    onLost = action;
    return this;
  }

  @Nullable ConnectFailedException failure() {
    return failure;
  }

  @Override
  public Protocol buildProtocol(SocketAddress peer) {
    return protocol;
  }

  @Override
  public void factoryStarted() {
    log.add("factory started");
  }

  @Override
  public void factoryStopped() {
    log.add("factory stopped");
  }

  @Override
  public void startedConnecting(Connector connector) {
    log.add("connecting");
    onStarted.accept(connector);
  }

  @Override
  public void clientConnectionFailed(Connector connector, ConnectFailedException reason) {
    log.add("failed " + reason.getClass().getSimpleName());
    failure = reason;
    onFailed.accept(connector);
  }

  @Override
  public void clientConnectionLost(Connector connector, ConnectionClosedException reason) {
    log.add("connector lost " + reason.getClass().getSimpleName());
    onLost.accept(connector);
  }
}
