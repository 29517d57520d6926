// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import dev.assay.deferred.Deferred;
import dev.assay.pending.Errors;
import dev.assay.pending.PendingKind;
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
  private final SocketAddress address;
  private final ProtocolFactory factory;
  private final int backlog;
  private final ArrayDeque<StreamEnd> waiting = new ArrayDeque<>();
  private final @Nullable PortEntry entry;
  private final Closing closing = new Closing();

  FakeListeningPort(FakeHost host, SocketAddress address, ProtocolFactory factory, int backlog) {
    this.host = host;
    this.network = host.network();
    this.address = address;
    this.factory = factory;
    this.backlog = backlog;
    this.entry = PortEntry.of(network.ledger(), PendingKind.LISTENING_PORT, this);
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
    if (closing.begin()) {
      network.soon(new Event("close of", this, this::close));
    }
    return closing.whenDone();
  }

  /** Returns whether connections to an address come here. */
  boolean accepts(SocketAddress target) {
    if (closing.hasBegun()) {
      return false;
    }
    if (address instanceof InetSocketAddress own && target instanceof InetSocketAddress asked) {
      return Addresses.overlap(own, asked);
    }
    return address.equals(target);
  }

  boolean isFull() {
    return waiting.size() >= backlog;
  }

  /** Takes a connection whose client knows it as made. */
  void enqueue(StreamEnd server) {
    waiting.add(server);
    network.soon(new Event("accept at", this, this::accept));
  }

  /** Closes without a word to anybody, as when the machine goes down; who asks later is told. */
  void vanish() {
    if (closing.begin()) {
      network.soon(new Event("end of", this, closing::end));
    }
    waiting.clear();
    if (entry != null) {
      entry.settle();
    }
  }

  /** Gives the address back, and refuses those that wait. */
  void close() {
    closing.begin();
    if (closing.isDone()) {
      return;
    }
    host.close(this);
    waiting.forEach(StreamEnd::reset);
    waiting.clear();
    if (entry != null) {
      entry.settle();
    }
    network.trace(host, "stoppedListening", this, "");
    Guard.run("factory of " + this, factory::factoryStopped);
    closing.end();
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
      server.open(protocol, entry == null ? null : entry.site(), reason -> {});
    }
  }
}
