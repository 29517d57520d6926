// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

/**
 * A factory of protocols for connections that this side opens. It is notified of the attempts and
 * of their ends.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface ClientFactory extends ProtocolFactory {
  /** Called when an attempt begins. {@link Connector#stopConnecting()} cancels it. */
  default void startedConnecting(Connector connector) {}

  /** Called when an attempt has failed. May call {@link Connector#connect()} to try again. */
  default void clientConnectionFailed(Connector connector, ConnectFailedException reason) {}

  /**
   * Called when the connection has ended. May call {@link Connector#connect()} to connect again.
   */
  default void clientConnectionLost(Connector connector, ConnectionClosedException reason) {}
}
