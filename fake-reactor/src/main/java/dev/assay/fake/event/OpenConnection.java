// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.event;

import dev.assay.fake.bytes.Size;
import dev.assay.reactor.rules.Addresses;
import java.net.SocketAddress;

/**
 * A snapshot of one end of a connection.
 *
 * @param host the address of this end
 * @param peer the address of the other end
 * @param state the state of this end
 * @param unsent the number of bytes that were written and not sent
 * @since 0.1
 */
public record OpenConnection(SocketAddress host, SocketAddress peer, State state, int unsent) {
  /**
   * The state of an end of a connection.
   *
   * @since 0.1
   */
  public enum State {
    /** The end sends and receives. */
    OPEN,
    /** This end has ended its stream, and still receives. */
    WRITE_ENDED,
    /** The other end has ended its stream; this end still sends. */
    READ_ENDED,
    /** This end closes when everything is sent and its producer, if there is one, has finished. */
    CLOSING,
    /** This end is aborting the connection. */
    ABORTING
  }

  /** Returns the state of this end, such as {@code closing, 5 bytes unsent}. */
  public String describe() {
    String doing =
        switch (state) {
          case OPEN -> "open";
          case WRITE_ENDED -> "half closed by this side";
          case READ_ENDED -> "half closed by the peer";
          case CLOSING -> "closing";
          case ABORTING -> "aborting";
        };
    return doing + (unsent == 0 ? "" : ", " + new Size(unsent) + " unsent");
  }

  /** Returns {@code 127.0.0.1:49152 -> 127.0.0.1:80, closing, 5 bytes unsent}. */
  @Override
  public String toString() {
    return Addresses.show(host) + " -> " + Addresses.show(peer) + ", " + describe();
  }
}
