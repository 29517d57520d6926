// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

import dev.assay.deferred.Deferred;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * A port that sends and receives datagrams. Once it is closed, writing has no effect.
 *
 * @since 0.1
 */
public interface DatagramTransport {
  /**
   * Sends a copy of a datagram, which may be lost.
   *
   * @throws IllegalStateException if this is connected to another address
   */
  void write(byte[] data, InetSocketAddress to);

  /**
   * Sends a datagram to the address that this is connected to.
   *
   * @throws IllegalStateException if this is not connected
   */
  void write(byte[] data);

  /**
   * Connects to a peer: only its datagrams are received, and refusals by it are reported.
   *
   * @throws IllegalStateException if this is connected already
   */
  void connect(InetSocketAddress peer);

  /** Returns the address of this side. */
  InetSocketAddress host();

  /** Stops receiving and releases the port. The Deferred fires when that is done. */
  Deferred<@Nullable Void> stopListening();
}
