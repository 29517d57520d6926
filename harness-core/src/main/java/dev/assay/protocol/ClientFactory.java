// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

/**
 * What makes the protocol of a connection that this side asks for, and hears how the asking ends.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface ClientFactory extends ProtocolFactory {
  /** Is told that an attempt begins; {@link Connector#stopConnecting()} calls it off. */
  default void startedConnecting(Connector connector) {}

  /** Is told that an attempt failed; it may call {@link Connector#connect()} again. */
  default void clientConnectionFailed(Connector connector, ConnectFailed reason) {}

  /** Is told that the connection is over; it may call {@link Connector#connect()} again. */
  default void clientConnectionLost(Connector connector, ConnectionClosed reason) {}
}
