// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol.framing;

/**
 * A protocol that receives lines and, between them, raw data.
 *
 * <p>It begins with lines. Lines are delivered one at a time, never while this is paused, and never
 * once the connection is being closed. One that is too long is refused, by default with the
 * connection. In raw mode bytes are delivered as they come.
 *
 * @see LineOnlyReceiver
 * @since 0.1
 */
public abstract class LineReceiver extends LineProtocol {
  private boolean raw;

  /** Makes a protocol of lines that end in CR LF and have at most 16,384 bytes. */
  protected LineReceiver() {
    this(crlf(), MAX_LENGTH);
  }

  /**
   * Makes a protocol of lines.
   *
   * @param delimiter what ends a line
   * @param maxLength the greatest length of a line that is received, without its delimiter
   */
  protected LineReceiver(byte[] delimiter, int maxLength) {
    super(delimiter, maxLength);
  }

  /**
   * Is told of bytes that have arrived in raw mode; a protocol that uses this mode overrides it.
   */
  protected void rawDataReceived(byte[] data) {
    throw new IllegalStateException(
        getClass().getSimpleName() + " is in raw mode, so it must override rawDataReceived");
  }

  /**
   * Is told of a line that is too long, and closes the connection unless overridden.
   *
   * @param data what has arrived, from the beginning of that line on; it is dropped
   */
  protected void lineLengthExceeded(byte[] data) {
    transport().loseConnection();
  }

  /** Takes what follows as raw data, beginning with what has arrived already. */
  public final void setRawMode() {
    raw = true;
  }

  /** Takes what follows as lines. */
  public final void setLineMode() {
    setLineMode(new byte[0]);
  }

  /**
   * Takes what follows as lines.
   *
   * @param extra raw data that comes before what follows: the part that the caller was given and
   *     that is not raw data any more
   */
  public final void setLineMode(byte[] extra) {
    raw = false;
    handBack(extra);
  }

  /** Takes what has arrived and was not delivered. */
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
