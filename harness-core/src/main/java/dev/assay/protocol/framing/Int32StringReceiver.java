// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol.framing;

/**
 * A protocol of strings, each prefixed with its length as an unsigned 32-bit number, highest byte
 * first.
 *
 * <p>Strings are delivered one at a time, never while this is paused, and never once the connection
 * is being closed. A string that is too long is refused, which by default closes the connection.
 *
 * @since 0.1
 */
public abstract class Int32StringReceiver extends IntStringReceiver {
  /** Creates a protocol of strings of at most 99,999 bytes. */
  protected Int32StringReceiver() {
    this(MAX_LENGTH);
  }

  /**
   * Creates a protocol of strings.
   *
   * @param maxLength the maximum length of a received string
   */
  protected Int32StringReceiver(int maxLength) {
    super(4, maxLength);
  }
}
