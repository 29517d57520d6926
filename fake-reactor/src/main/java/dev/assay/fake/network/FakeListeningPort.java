// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import dev.assay.deferred.Deferred;
import dev.assay.fake.timeline.Event;
import dev.assay.pending.PendingKind;
import dev.assay.protocol.ProtocolFactory;
import dev.assay.reactor.ListeningPort;
import dev.assay.reactor.rules.Addresses;
import dev.assay.reactor.rules.PortLifecycle;
import dev.assay.tls.TlsOptions;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * A port in memory that accepts connections, one in each event.
 *
 * @since 0.1
 */
public final class FakeListeningPort implements ListeningPort, ReachableHost.Acceptor {
  private final Owner owner;
  private final Network network;
  private final SocketAddress address;
  private final ProtocolFactory factory;
  private final int backlog;
  private final @Nullable TlsOptions tls;
  private final ArrayDeque<StreamEnd> waiting = new ArrayDeque<>();
  private final PortLifecycle life;

  FakeListeningPort(
      Network network,
      Owner owner,
      SocketAddress address,
      ProtocolFactory factory,
      int backlog,
      @Nullable TlsOptions tls) {
    this.owner = owner;
    this.network = network;
    this.address = address;
    this.factory = factory;
    this.backlog = backlog;
    this.tls = tls;
    this.life = new PortLifecycle(new HostEvents(network, owner), PendingKind.LISTENING_PORT, this);
  }

  /** Starts to accept. */
  void open() {
    life.begin("factory", factory::factoryStarted);
  }

  @Override
  public SocketAddress address() {
    return address;
  }

  @Override
  public Deferred<@Nullable Void> stopListening() {
    return life.stop(this::close);
  }

  /** Returns whether connections to an address arrive at this port. */
  boolean accepts(SocketAddress target) {
    if (life.isEnding()) {
      return false;
    }
    if (address instanceof InetSocketAddress own && target instanceof InetSocketAddress asked) {
      return Addresses.overlap(own, asked);
    }
    return address.equals(target);
  }

  @Override
  public boolean isFull() {
    return waiting.size() >= backlog;
  }

  @Override
  public void enqueue(StreamEnd server) {
    waiting.add(server);
    network.soon(new Event("accept at", this, this::accept));
  }

  /**
   * Closes without notifying anyone, as when the host goes down. A later {@code stopListening}
   * still returns a Deferred that fires.
   */
  void vanish() {
    life.vanish();
    waiting.clear();
  }

  /** Releases the address, and refuses the waiting connections. */
  void close() {
    life.close(this::free, "factory", factory::factoryStopped);
  }

  private void free() {
    owner.closed(this);
    waiting.forEach(StreamEnd::reset);
    waiting.clear();
  }

  /** Returns {@code ListeningPort 127.0.0.1:80}. */
  @Override
  public String toString() {
    return "ListeningPort " + Addresses.show(address);
  }

  private void accept() {
    StreamEnd server = waiting.poll();
    if (server == null || server.life().isOver()) {
      return;
    }
    life.accept(server.withTls(tls), factory);
  }

  /** A host, as seen by its listening ports. */
  interface Owner extends Host {
    /** Releases the address of a port that is closed. */
    void closed(FakeListeningPort port);
  }
}
