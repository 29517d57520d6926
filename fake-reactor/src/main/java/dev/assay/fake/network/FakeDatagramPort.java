// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import dev.assay.deferred.Deferred;
import dev.assay.fake.event.SentDatagram;
import dev.assay.fake.timeline.Event;
import dev.assay.pending.PendingKind;
import dev.assay.protocol.DatagramProtocol;
import dev.assay.protocol.DatagramTransport;
import dev.assay.reactor.rules.Addresses;
import dev.assay.reactor.rules.DatagramPeer;
import dev.assay.reactor.rules.Guard;
import dev.assay.reactor.rules.PortLifecycle;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A port in memory that sends and receives datagrams.
 *
 * @since 0.1
 */
public final class FakeDatagramPort implements DatagramTransport {
  private final Owner owner;
  private final Network network;
  private final InetSocketAddress address;
  private final DatagramProtocol protocol;
  private final PortLifecycle life;
  private final DatagramPeer peer = new DatagramPeer(this);

  FakeDatagramPort(
      Network network, Owner owner, InetSocketAddress address, DatagramProtocol protocol) {
    this.owner = owner;
    this.network = network;
    this.address = address;
    this.protocol = protocol;
    this.life = new PortLifecycle(new HostEvents(network, owner), PendingKind.DATAGRAM_PORT, this);
  }

  /** Starts to receive. */
  void open() {
    life.begin("protocol", () -> protocol.makeConnection(this));
  }

  @Override
  public void write(byte[] data, InetSocketAddress to) {
    network.checkRequest("write");
    send(data, peer.destination(to));
  }

  @Override
  public void write(byte[] data) {
    network.checkRequest("write");
    send(data, peer.destination());
  }

  @Override
  public void connect(InetSocketAddress to) {
    network.checkThread("connect");
    peer.connect(to);
    network.trace(owner, "connect", this, Addresses.show(to));
  }

  @Override
  public InetSocketAddress host() {
    return address;
  }

  @Override
  public Deferred<@Nullable Void> stopListening() {
    return life.stop(this::close);
  }

  /** Returns whether datagrams for an address arrive at this port. */
  boolean accepts(InetSocketAddress target) {
    return !life.isEnding() && Addresses.overlap(address, target);
  }

  /** Releases the address. */
  void close() {
    life.close(() -> owner.closed(this), "protocol", protocol::stopProtocol);
  }

  /**
   * Closes without notifying anyone, as when the host goes down. A later {@code stopListening}
   * still returns a Deferred that fires.
   */
  void vanish() {
    life.vanish();
  }

  /** Returns {@code DatagramPort 127.0.0.1:53}. */
  @Override
  public String toString() {
    return "DatagramPort " + Addresses.show(address);
  }

  private void send(byte[] data, InetSocketAddress to) {
    DatagramPeer.checkSize(data);
    if (life.isEnding()) {
      return;
    }
    InetAddress own = address.getAddress();
    InetSocketAddress from =
        new InetSocketAddress(
            own.isAnyLocalAddress() ? owner.localFor(to.getAddress()) : own, address.getPort());
    SentDatagram sent = new SentDatagram(network.elapsed(), from, to, data);
    owner.remember(sent);
    network.trace(owner, "datagramSent", this, sent);
    ReachableHost target = owner.reach(to.getAddress());
    if (target != null) {
      transmit(target, sent, data.length);
    }
  }

  private void transmit(ReachableHost target, SentDatagram sent, int bytes) {
    Event arrival =
        new Event("datagram to", Addresses.show(sent.to()), () -> arrive(target, sent), this);
    int copies = network.path(owner, target).sendDatagram(bytes, network.chooser(), arrival);
    if (copies == 0) {
      network.trace(owner, "datagramLost", this, sent);
    } else if (copies > 1) {
      network.trace(owner, "datagramDuplicated", this, sent);
    }
  }

  /** Delivers a datagram to its destination port; if there is no such port, notifies the sender. */
  private void arrive(ReachableHost target, SentDatagram sent) {
    Consumer<SentDatagram> receiver = target.receiverAt(sent.to());
    if (receiver != null) {
      receiver.accept(sent);
    } else if (!target.isDown() && peer.is(sent.to())) {
      network.path(target, owner).send(0, new Event("refusal to", this, this::refused));
    }
  }

  /**
   * Passes a datagram that has arrived to the protocol, unless this port is connected to another
   * peer.
   */
  void receive(SentDatagram datagram) {
    if (peer.accepts(datagram.from())) {
      network.trace(owner, "datagramReceived", this, datagram);
      Guard.run(
          "protocol", this, () -> protocol.datagramReceived(datagram.data(), datagram.from()));
    }
  }

  private void refused() {
    if (!life.isEnding()) {
      network.trace(owner, "connectionRefused", this, "");
      Guard.run("protocol", this, protocol::connectionRefused);
    }
  }

  /** A host, as seen by its datagram ports. */
  interface Owner extends ReachableHost {
    /** Records a datagram that was sent from this host. */
    void remember(SentDatagram sent);

    /** Releases the address of a port that is closed. */
    void closed(FakeDatagramPort port);
  }
}
