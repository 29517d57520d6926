// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol.framing;

/**
 * A protocol that receives lines and, between them, raw data.
 *
 * <p>It begins with lines. Lines are delivered one at a time, never while this is paused, and never
 * once the connection is being closed. A line that is too long is refused, which by default closes
 * the connection. In raw mode bytes are delivered as they arrive.
 *
 * @see LineOnlyReceiver
 * @since 0.1
 */
public abstract class LineReceiver extends LineProtocol {
  private boolean raw;

  /** Creates a protocol of lines that end in CR LF and have at most 16,384 bytes. */
  protected LineReceiver() {
    this(crlf(), MAX_LENGTH);
  }

  /**
   * Creates a protocol of lines.
   *
   * @param delimiter the bytes that end a line
   * @param maxLength the maximum length of a received line, without its delimiter
   */
  protected LineReceiver(byte[] delimiter, int maxLength) {
    super(delimiter, maxLength);
  }

  /**
   * Called with bytes that have arrived in raw mode. A protocol that uses raw mode overrides it.
   */
  protected void rawDataReceived(byte[] data) {
    throw new IllegalStateException(
        getClass().getSimpleName() + " is in raw mode, so it must override rawDataReceived");
  }

  /**
   * Called when a line is too long. Closes the connection unless overridden.
   *
   * @param data the received bytes from the beginning of the line on, which are dropped
   */
  protected void lineLengthExceeded(byte[] data) {
    transport().loseConnection();
  }

  /** Switches to raw mode for the bytes that follow, including those that have arrived already. */
  public final void setRawMode() {
    raw = true;
  }

  /** Switches to line mode for the bytes that follow. */
  public final void setLineMode() {
    setLineMode(new byte[0]);
  }

  /**
   * Switches to line mode for the bytes that follow.
   *
   * @param extra bytes to put in front of them: the part of the caller's raw data that is not raw
   *     any more
   */
  public final void setLineMode(byte[] extra) {
    raw = false;
    handBack(extra);
  }

  /** Removes and returns the bytes that have arrived and were not delivered. */
  public final byte[] clearLineBuffer() {
    return buffer().takeAll();
  }

  @Override
  final void refuseLine(int length) {
    lineLengthExceeded(buffer().takeAll());
  }

  @Override
  final boolean deliverNext() {
    if (!raw) {
      return super.deliverNext();
    }
    rawDataReceived(buffer().takeAll());
    return true;
  }
}
