// SPDX-License-Identifier: Apache-2.0
package dev.assay.policy;

import dev.assay.protocol.ConnectionClosed;
import java.net.SocketAddress;

/**
 * What happened on a connection.
 *
 * @since 0.1
 */
public sealed interface Traffic {
  /** Returns the number of the connection among those of its factory, from one. */
  int connection();

  /**
   * The connection was made.
   *
   * @param peer the address of the other side
   * @since 0.1
   */
  record Made(int connection, SocketAddress peer) implements Traffic {}

  /**
   * Bytes have arrived.
   *
   * @param bytes as Latin-1: each byte is a character
   * @since 0.1
   */
  record Received(int connection, String bytes) implements Traffic {}

  /**
   * Bytes were written.
   *
   * @param bytes as Latin-1: each byte is a character
   * @since 0.1
   */
  record Written(int connection, String bytes) implements Traffic {}

  /**
   * The protocol asked for the end of the connection, or of one direction.
   *
   * @param request for which
   * @since 0.1
   */
  record Requested(int connection, Request request) implements Traffic {}

  /**
   * The connection is over.
   *
   * @param reason why
   * @since 0.1
   */
  record Lost(int connection, ConnectionClosed reason) implements Traffic {}

  /**
   * The ways in which a protocol ends its connection.
   *
   * @since 0.1
   */
  enum Request {
    /** In good order. */
    CLOSE,
    /** In good order, but only the sending side. */
    CLOSE_WRITING,
    /** At once. */
    ABORT
  }
}
