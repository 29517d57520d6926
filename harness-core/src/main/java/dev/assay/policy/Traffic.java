// SPDX-License-Identifier: Apache-2.0
package dev.assay.policy;

import dev.assay.protocol.ConnectionClosedException;
import java.net.SocketAddress;

/**
 * An event on a connection.
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
   * @param bytes the bytes as Latin-1: each byte is a character
   * @since 0.1
   */
  record Received(int connection, String bytes) implements Traffic {}

  /**
   * Bytes were written.
   *
   * @param bytes the bytes as Latin-1: each byte is a character
   * @since 0.1
   */
  record Written(int connection, String bytes) implements Traffic {}

  /**
   * The protocol has asked to end the connection, or one direction of it.
   *
   * @param request the way to end it
   * @since 0.1
   */
  record Requested(int connection, Request request) implements Traffic {}

  /**
   * The connection has ended.
   *
   * @param reason the reason
   * @since 0.1
   */
  record Lost(int connection, ConnectionClosedException reason) implements Traffic {}

  /**
   * The ways in which a protocol ends its connection.
   *
   * @since 0.1
   */
  enum Request {
    /** In an orderly way. */
    CLOSE,
    /** In an orderly way, but only the sending side. */
    CLOSE_WRITING,
    /** At once. */
    ABORT
  }
}
