// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor.rules;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * The peer that a datagram port is connected to, if it is, and what may be sent from the port.
 *
 * @since 0.1
 */
public final class DatagramPeer {
  /** The maximum size of a datagram, as the length of an IP packet has 16 bits. */
  public static final int MOST_BYTES = 65_507;

  private final Object port;
  private @Nullable InetSocketAddress address;

  /** Creates the peer of a port that is not connected. */
  public DatagramPeer(Object port) {
    this.port = port;
  }

  /** Records the address that the port is connected to from now on. */
  public void connect(InetSocketAddress peer) {
    if (address != null) {
      throw new IllegalStateException(
          port + " is connected to " + Addresses.show(address) + " already");
    }
    address = checked("peer", peer);
  }

  /** Returns whether the port is connected to an address. */
  public boolean is(InetSocketAddress other) {
    return other.equals(address);
  }

  /** Returns whether the port is connected. */
  public boolean isConnected() {
    return address != null;
  }

  /** Returns whether the port receives what comes from an address. */
  public boolean accepts(InetSocketAddress from) {
    return address == null || address.equals(from);
  }

  /** Returns an address that something is to be sent to, unless the port must not send there. */
  public InetSocketAddress destination(InetSocketAddress to) {
    if (address != null && !address.equals(to)) {
      throw new IllegalStateException(
          port
              + " is connected to "
              + Addresses.show(address)
              + " and cannot send to "
              + Addresses.show(to)
              + "; open another port for that");
    }
    return checked("to", to);
  }

  /** Returns the address that the port is connected to, which it must be. */
  public InetSocketAddress destination() {
    if (address == null) {
      throw new IllegalStateException(
          port + " is connected to no address; connect it first, or say where to send");
    }
    return address;
  }

  /** Rejects data that no datagram can have. */
  public static void checkSize(byte[] data) {
    if (data.length > MOST_BYTES) {
      throw new IllegalArgumentException(
          "data must have at most " + MOST_BYTES + " bytes: " + data.length);
    }
  }

  private static InetSocketAddress checked(String what, InetSocketAddress address) {
    if (address.isUnresolved()) {
      throw new IllegalArgumentException(
          what + " must be resolved, as by ReactorNames: " + Addresses.show(address));
    }
    return address;
  }
}
