// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol.framing;

/**
 * A protocol that receives lines, and nothing but lines.
 *
 * <p>Lines are delivered one at a time, never while this is paused, and never once the connection
 * is being closed. One that is too long is refused, by default with the connection.
 *
 * @see LineReceiver
 * @since 0.1
 */
public abstract class LineOnlyReceiver extends LineProtocol {
  /** Makes a protocol of lines that end in CR LF and have at most 16,384 bytes. */
  protected LineOnlyReceiver() {
    this(crlf(), MAX_LENGTH);
  }

  /**
   * Makes a protocol of lines.
   *
   * @param delimiter what ends a line
   * @param maxLength the greatest length of a line that is received, without its delimiter
   */
  protected LineOnlyReceiver(byte[] delimiter, int maxLength) {
    super(delimiter, maxLength);
  }

  /**
   * Is told of a line that is too long, and closes the connection unless overridden. What has
   * arrived after the line is dropped.
   *
   * @param line the line, or as much of it as has arrived
   */
  protected void lineLengthExceeded(byte[] line) {
    transport().loseConnection();
  }

  @Override
  final void refuseLine(int length) {
    byte[] line = buffer().take(length);
    buffer().skip(buffer().size());
    lineLengthExceeded(line);
  }
}
