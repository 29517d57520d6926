// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import dev.assay.deferred.Deferred;
import dev.assay.pending.Errors;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.ProtocolFactory;
import dev.assay.reactor.ListeningPort;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** A port in memory that accepts connections, one in each event. */
final class FakeListeningPort implements ListeningPort {
  private final FakeHost host;
  private final FakeNetwork network;
  private final InetSocketAddress address;
  private final ProtocolFactory factory;
  private final int backlog;
  private final ArrayDeque<StreamEnd> waiting = new ArrayDeque<>();
  private final @Nullable PortEntry entry;
  private @Nullable Deferred<@Nullable Void> stopped;

  FakeListeningPort(
      FakeHost host, InetSocketAddress address, ProtocolFactory factory, int backlog) {
    this.host = host;
    this.network = host.network();
    this.address = address;
    this.factory = factory;
    this.backlog = backlog;
    this.entry = PortEntry.of(network.ledger(), this);
  }

  /** Begins to accept. */
  void open() {
    if (entry != null) {
      entry.open();
    }
    network.trace(host, "listening", this, "");
    Guard.run("factory of " + this, factory::factoryStarted);
  }

  @Override
  public SocketAddress address() {
    return address;
  }

  @Override
  public Deferred<@Nullable Void> stopListening() {
    network.checkThread("stopListening");
    Deferred<@Nullable Void> closed = new Deferred<>();
    if (stopped == null) {
      stopped = closed;
      network.soon(new Event("close of", this, this::close));
      return closed;
    }
    stopped.<@Nullable Void>addBoth(
        outcome -> {
          closed.callback(null);
          return null;
        });
    return closed;
  }

  boolean overlaps(InetSocketAddress other) {
    return other.getPort() == address.getPort()
        && (isAny(address) || isAny(other) || address.getAddress().equals(other.getAddress()));
  }

  boolean accepts(InetSocketAddress target) {
    return stopped == null && overlaps(target);
  }

  boolean isFull() {
    return waiting.size() >= backlog;
  }

  /** Takes a connection whose client knows it as made. */
  void enqueue(StreamEnd server) {
    waiting.add(server);
    network.soon(new Event("accept at", this, this::accept));
  }

  /** Closes without a word to anybody, as when the machine goes down. */
  void vanish() {
    waiting.clear();
    if (entry != null) {
      entry.settle();
    }
  }

  /** Returns {@code ListeningPort 127.0.0.1:80}. */
  @Override
  public String toString() {
    return "ListeningPort " + Addresses.show(address);
  }

  private void accept() {
    StreamEnd server = waiting.poll();
    if (server == null || server.isOver()) {
      return;
    }
    Protocol protocol = null;
    try {
      protocol = factory.buildProtocol(server.peer());
    } catch (Throwable error) {
      Errors.log("factory of " + this, error);
    }
    if (protocol == null) {
      server.decline();
    } else {
      server.open(protocol, reason -> {});
    }
  }

  private void close() {
    host.close(this);
    waiting.forEach(StreamEnd::reset);
    waiting.clear();
    if (entry != null) {
      entry.settle();
    }
    network.trace(host, "stoppedListening", this, "");
    Guard.run("factory of " + this, factory::factoryStopped);
    if (stopped != null) {
      stopped.callback(null);
    }
  }

  private static boolean isAny(InetSocketAddress address) {
    return address.getAddress().isAnyLocalAddress();
  }
}
