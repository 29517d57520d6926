// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.peer;

import dev.assay.contract.rig.Rig;
import dev.assay.protocol.ClientFactory;
import dev.assay.protocol.ConnectFailedException;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.Connector;
import dev.assay.protocol.Protocol;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A factory of peers that records its events, and then does what the check wants.
 *
 * @since 0.1
 */
public final class PeerFactory implements ClientFactory {
  private final Rig rig;
  private final String name;
  private final Supplier<? extends @Nullable Peer> make;
  private final List<String> events = Collections.synchronizedList(new ArrayList<>());
  private final List<Peer> made = Collections.synchronizedList(new ArrayList<>());
  private final List<SocketAddress> addresses = Collections.synchronizedList(new ArrayList<>());
  private volatile @Nullable Exception reason;
  private Consumer<Connector> onConnecting = connector -> {};
  private BiConsumer<Connector, ConnectFailedException> onFailed = (connector, failure) -> {};
  private BiConsumer<Connector, ConnectionClosedException> onLost = (connector, end) -> {};

  PeerFactory(Rig rig, String name, Supplier<? extends @Nullable Peer> make) {
    this.rig = rig;
    this.name = name;
    this.make = make;
  }

  /** Sets what is done when an attempt begins. */
  public PeerFactory onConnecting(Consumer<Connector> action) {
    onConnecting = action;
    return this;
  }

  /** Sets what is done when an attempt fails. */
  public PeerFactory onFailed(BiConsumer<Connector, ConnectFailedException> action) {
    onFailed = action;
    return this;
  }

  /** Sets what is done when a connection is lost. */
  public PeerFactory onLost(BiConsumer<Connector, ConnectionClosedException> action) {
    onLost = action;
    return this;
  }

  /** Stops doing what the check wanted. */
  void calmDown() {
    onConnecting(connector -> {}).onFailed((c, failure) -> {}).onLost((c, end) -> {});
  }

  @Override
  public void factoryStarted() {
    note("started");
  }

  @Override
  public void factoryStopped() {
    note("stopped");
  }

  @Override
  public @Nullable Protocol buildProtocol(SocketAddress peer) {
    note("build");
    addresses.add(peer);
    Peer built = make.get();
    if (built != null) {
      made.add(built);
    }
    return built;
  }

  @Override
  public void startedConnecting(Connector connector) {
    note("connecting");
    onConnecting.accept(connector);
  }

  @Override
  public void clientConnectionFailed(Connector connector, ConnectFailedException failure) {
    note("failed " + failure.getClass().getSimpleName());
    reason = failure;
    onFailed.accept(connector, failure);
  }

  @Override
  public void clientConnectionLost(Connector connector, ConnectionClosedException end) {
    note("lost " + end.getClass().getSimpleName());
    reason = end;
    onLost.accept(connector, end);
  }

  /** Returns the recorded events, such as {@code [started, connecting, build, lost …]}. */
  public List<String> events() {
    return List.copyOf(events);
  }

  /** Returns whether an event was recorded. */
  public boolean was(String event) {
    return events.contains(event);
  }

  /** Returns how often an event was recorded. */
  public int count(String event) {
    return Collections.frequency(events(), event);
  }

  /** Returns the peers that were created, in order. */
  public List<Peer> made() {
    return List.copyOf(made);
  }

  /** Returns the addresses for which a protocol was requested, in order. */
  public List<SocketAddress> addresses() {
    return List.copyOf(addresses);
  }

  /** Returns why the last attempt failed, or the last connection was lost. */
  public @Nullable Exception reason() {
    return reason;
  }

  private void note(String event) {
    events.add(event);
    rig.trace(name + " factory " + event);
  }
}
