// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol.framing;

/**
 * A protocol that receives lines only.
 *
 * <p>Lines are delivered one at a time, never while this is paused, and never once the connection
 * is being closed. A line that is too long is refused, which by default closes the connection.
 *
 * @see LineReceiver
 * @since 0.1
 */
public abstract class LineOnlyReceiver extends LineProtocol {
  /** Creates a protocol of lines that end in CR LF and have at most 16,384 bytes. */
  protected LineOnlyReceiver() {
    this(crlf(), MAX_LENGTH);
  }

  /**
   * Creates a protocol of lines.
   *
   * @param delimiter the bytes that end a line
   * @param maxLength the maximum length of a received line, without its delimiter
   */
  protected LineOnlyReceiver(byte[] delimiter, int maxLength) {
    super(delimiter, maxLength);
  }

  /**
   * Called when a line is too long. Closes the connection unless overridden. Bytes that have
   * arrived after the line are dropped.
   *
   * @param line the line, or the part of it that has arrived
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
