// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.protocol;

import static java.util.Objects.requireNonNull;

import dev.assay.deferred.Deferred;
import dev.assay.fake.event.Datagram;
import dev.assay.ledger.Belonging;
import dev.assay.protocol.DatagramProtocol;
import dev.assay.protocol.DatagramTransport;
import dev.assay.reactor.rules.Addresses;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A datagram port without a network: it records the datagrams that are sent, and a test examines
 * them. The test plays the network and calls {@link DatagramProtocol#datagramReceived}.
 *
 * @since 0.1
 */
public final class DatagramRecorder implements DatagramTransport {
  private final List<Datagram> sent = new ArrayList<>();
  private final @Nullable Belonging whose = Belonging.of(this);
  private InetSocketAddress host = new InetSocketAddress(Addresses.ipv4(10, 0, 0, 1), 12_345);
  private @Nullable DatagramProtocol protocol;
  private @Nullable InetSocketAddress peer;
  private boolean closed;

  /** Creates a port at 10.0.0.1:12345. */
  public DatagramRecorder() {}

  /** Sets the address of this side, and returns this port. */
  public DatagramRecorder withHost(InetSocketAddress address) {
    host = requireNonNull(address, "address");
    return this;
  }

  /**
   * Assigns this port to a protocol, and returns the protocol.
   *
   * @throws IllegalStateException if another protocol already has this port
   */
  public <P extends DatagramProtocol> P open(P opened) {
    Belonging.check(whose, "open");
    if (protocol != null) {
      throw new IllegalStateException("the port is open already; create another");
    }
    protocol = opened;
    opened.makeConnection(this);
    return opened;
  }

  /** Returns the datagrams that were sent, in order. */
  public List<Datagram> sent() {
    return List.copyOf(sent);
  }

  /** Returns the datagrams that were sent, in order, and removes them. */
  public List<Datagram> takeAll() {
    Belonging.check(whose, "take what was sent by");
    List<Datagram> taken = sent();
    sent.clear();
    return taken;
  }

  /** Returns the address that this port is connected to, or null if it is not connected. */
  public @Nullable InetSocketAddress peer() {
    return peer;
  }

  /** Returns whether the protocol has closed this port. */
  public boolean isClosed() {
    return closed;
  }

  @Override
  public void write(byte[] data, InetSocketAddress to) {
    Belonging.check(whose, "send by");
    if (peer != null && !peer.equals(to)) {
      throw new IllegalStateException(
          "this port is connected to %s; it cannot send to %s"
              .formatted(Addresses.show(peer), Addresses.show(to)));
    }
    send(new Datagram(data, to));
  }

  @Override
  public void write(byte[] data) {
    Belonging.check(whose, "send by");
    if (peer == null) {
      throw new IllegalStateException(
          "this port is connected to no address; connect it, or say where to send");
    }
    send(new Datagram(data, peer));
  }

  @Override
  public void connect(InetSocketAddress to) {
    Belonging.check(whose, "connect");
    if (peer != null) {
      throw new IllegalStateException("this port is connected already, to " + Addresses.show(peer));
    }
    peer = requireNonNull(to, "to");
  }

  @Override
  public InetSocketAddress host() {
    return host;
  }

  /** Closes this port; the protocol is notified before this method returns. */
  @Override
  public Deferred<@Nullable Void> stopListening() {
    Belonging.check(whose, "close");
    if (!closed) {
      closed = true;
      if (protocol != null) {
        protocol.stopProtocol();
      }
    }
    return Deferred.succeed(null);
  }

  /** Returns {@code DatagramRecorder 10.0.0.1:12345}. */
  @Override
  public String toString() {
    return "DatagramRecorder " + Addresses.show(host);
  }

  private void send(Datagram datagram) {
    if (closed) {
      throw new IllegalStateException("this port is closed; nothing can be sent any more");
    }
    sent.add(datagram);
  }
}
