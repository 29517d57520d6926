// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol.framing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A protocol of lines that end in a delimiter. */
abstract class LineProtocol extends FramedReceiver {
  static final int MAX_LENGTH = 16_384;

  private final byte[] delimiter;
  private final int maxLength;

  LineProtocol(byte[] delimiter, int maxLength) {
    if (delimiter.length == 0) {
      throw new IllegalArgumentException(
          "delimiter must not be empty: " + Arrays.toString(delimiter));
    }
    this.delimiter = delimiter.clone();
    this.maxLength = checkedLength(maxLength);
  }

  static byte[] crlf() {
    return new byte[] {'\r', '\n'};
  }

  /** Called with a line that has arrived, without its delimiter. */
  protected abstract void lineReceived(byte[] line);

  /**
   * Sends a line, followed by the delimiter.
   *
   * @throws IllegalArgumentException if the line contains the delimiter; to send several lines, or
   *     part of one, write to the transport
   */
  public final void sendLine(byte[] line) {
    byte[] whole = Arrays.copyOf(line, line.length + delimiter.length);
    System.arraycopy(delimiter, 0, whole, line.length, delimiter.length);
    ReceiveBuffer received = new ReceiveBuffer();
    received.append(whole);
    int end = received.indexOf(delimiter);
    if (end < line.length) {
      throw new IllegalArgumentException(
          "line must not contain the delimiter: it is at byte " + end + " of " + line.length);
    }
    transport().write(whole);
  }

  /**
   * Sends a line of text in UTF-8, followed by the delimiter.
   *
   * @throws IllegalArgumentException if the line contains the delimiter; to send several lines, or
   *     part of one, write to the transport
   */
  public final void sendLine(String line) {
    sendLine(line.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Handles a line that is too long.
   *
   * @param length the number of bytes in the buffer that belong to the line
   */
  abstract void refuseLine(int length);

  /**
   * Delivers the next line, or refuses it. A line is too long as soon as it is certain that its end
   * comes too late.
   */
  @Override
  boolean deliverNext() {
    int end = buffer().indexOf(delimiter);
    if (end > maxLength || (end < 0 && buffer().size() - delimiter.length >= maxLength)) {
      refuseLine(end < 0 ? buffer().size() : end);
      return true;
    }
    if (end < 0) {
      return false;
    }
    byte[] line = buffer().take(end);
    buffer().skip(delimiter.length);
    lineReceived(line);
    return true;
  }
}
