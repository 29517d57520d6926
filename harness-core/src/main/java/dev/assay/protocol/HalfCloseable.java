// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

/**
 * A protocol that is notified when one direction of its connection ends. The connection ends when
 * both directions have ended. For other protocols, the end of the received stream ends the
 * connection.
 *
 * @since 0.1
 */
public interface HalfCloseable {
  /** Called when the other side will send no more. This side may continue to write. */
  void readConnectionLost();

  /** Called when everything has been sent after {@link Transport#loseWriteConnection()}. */
  void writeConnectionLost();
}
