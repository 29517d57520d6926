// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

import dev.assay.deferred.Deferred;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * A port that sends and receives datagrams. When it is closed, writing does nothing.
 *
 * @since 0.1
 */
public interface DatagramTransport {
  /**
   * Sends a datagram; it is copied, and may be lost.
   *
   * @throws IllegalStateException if this is connected to another address
   */
  void write(byte[] data, InetSocketAddress to);

  /**
   * Sends a datagram to the address that this is connected to.
   *
   * @throws IllegalStateException if it is connected to none
   */
  void write(byte[] data);

  /**
   * Fixes the peer: only its datagrams are received, and it is told of as refused when it is.
   *
   * @throws IllegalStateException if this is connected already
   */
  void connect(InetSocketAddress peer);

  /** Returns the address of this side. */
  InetSocketAddress host();

  /** Stops receiving and gives the port back; the Deferred fires when that is done. */
  Deferred<@Nullable Void> stopListening();
}
