// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol.framing;

/**
 * A protocol of strings, each after its length as an unsigned number of 16 bits, highest byte
 * first.
 *
 * <p>Strings are delivered one at a time, never while this is paused, and never once the connection
 * is being closed. One that is too long is refused, by default with the connection.
 *
 * @since 0.1
 */
public abstract class Int16StringReceiver extends IntStringReceiver {
  /** Makes a protocol of strings that have at most 65,535 bytes. */
  protected Int16StringReceiver() {
    this(MAX_LENGTH);
  }

  /**
   * Makes a protocol of strings.
   *
   * @param maxLength the greatest length of a string that is received
   */
  protected Int16StringReceiver(int maxLength) {
    super(2, maxLength);
  }
}
