// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * The handler of the datagrams of one port. What a method throws is logged, and the port stays
 * open.
 *
 * @since 0.1
 */
public abstract class DatagramProtocol {
  private @Nullable DatagramTransport transport;

  /** Creates a protocol that has no port yet. */
  protected DatagramProtocol() {}

  /** Sets the port of this protocol. Called by the code that opened the port. */
  public final void makeConnection(DatagramTransport transport) {
    this.transport = transport;
    startProtocol();
  }

  /** Called when the port has been opened. */
  protected void startProtocol() {}

  /** Called with a datagram that has arrived. */
  public abstract void datagramReceived(byte[] data, InetSocketAddress from);

  /**
   * Called when the address that the port is connected to has refused a datagram, as nothing
   * receives there.
   */
  public void connectionRefused() {}

  /** Called when the port has been closed. */
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
