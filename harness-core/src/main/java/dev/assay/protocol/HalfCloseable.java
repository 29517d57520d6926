// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

/**
 * A protocol that is told when one direction of its connection ends; for others, the end of what
 * they receive is the end of the connection. When both directions have ended, it is over.
 *
 * @since 0.1
 */
public interface HalfCloseable {
  /** Is told that the other side will send no more; this side may go on writing. */
  void readConnectionLost();

  /** Is told that all was sent after {@link Transport#loseWriteConnection()}. */
  void writeConnectionLost();
}
