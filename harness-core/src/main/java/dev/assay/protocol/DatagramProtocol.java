// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * What handles the datagrams of one port. What a method throws is logged, and the port stays open.
 *
 * @since 0.1
 */
public abstract class DatagramProtocol {
  private @Nullable DatagramTransport transport;

  /** Makes a protocol that has no port yet. */
  protected DatagramProtocol() {}

  /** Gives this its port; called by who made the port. */
  public final void makeConnection(DatagramTransport transport) {
    this.transport = transport;
    startProtocol();
  }

  /** Is told that the port is open. */
  protected void startProtocol() {}

  /** Is told of a datagram that has arrived. */
  public abstract void datagramReceived(byte[] data, InetSocketAddress from);

  /** Is told that nobody receives at the address that the port is connected to. */
  public void connectionRefused() {}

  /** Is told that the port is closed. */
  public void stopProtocol() {}

  /**
   * Returns the port.
   *
   * @throws IllegalStateException before there is one
   */
  public final DatagramTransport transport() {
    if (transport == null) {
      throw new IllegalStateException(
          getClass().getSimpleName() + " has no port yet; it has one from startProtocol() on");
    }
    return transport;
  }
}
