// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol.framing;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * A protocol of <a href="https://cr.yp.to/proto/netstrings.txt">netstrings</a>: {@code 5:hello,}.
 *
 * <p>Strings are delivered one at a time, never while this is paused, and never once the connection
 * is being closed. The connection is closed if the peer sends anything else, or a string that is
 * too long.
 *
 * @since 0.1
 */
public abstract class NetstringReceiver extends FramedReceiver {
  private static final int MAX_LENGTH = 99_999;

  private final int maxLength;

  /** The length of the string that is arriving, as far as it has been read. */
  private long length;

  private int digits;
  private boolean lengthKnown;
  private boolean peerBroken;

  /** Creates a protocol of strings of at most 99,999 bytes. */
  protected NetstringReceiver() {
    this(MAX_LENGTH);
  }

  /**
   * Creates a protocol of strings.
   *
   * @param maxLength the maximum length of a received string
   */
  protected NetstringReceiver(int maxLength) {
    this.maxLength = checkedLength(maxLength);
  }

  /** Called with a string that has arrived. */
  protected abstract void stringReceived(byte[] string);

  /** Sends a string. */
  public final void sendString(byte[] string) {
    byte[] prefix = (string.length + ":").getBytes(US_ASCII);
    byte[] whole = new byte[prefix.length + string.length + 1];
    System.arraycopy(prefix, 0, whole, 0, prefix.length);
    System.arraycopy(string, 0, whole, prefix.length, string.length);
    whole[whole.length - 1] = ',';
    transport().write(whole);
  }

  /**
   * Returns whether the peer has sent something other than a netstring, or one that is too long.
   */
  public final boolean isPeerBroken() {
    return peerBroken;
  }

  @Override
  final boolean deliverNext() {
    while (!lengthKnown && buffer().size() > 0) {
      if (!readLength()) {
        return giveUp();
      }
    }
    if (!lengthKnown || buffer().size() <= length) {
      return false;
    }
    int end = (int) length;
    if (buffer().at(end) != ',') {
      return giveUp();
    }
    byte[] string = buffer().take(end);
    buffer().skip(1);
    length = 0;
    digits = 0;
    lengthKnown = false;
    stringReceived(string);
    return true;
  }

  /** Reads one byte of the length. Returns false if the byte is not valid there. */
  private boolean readLength() {
    int read = buffer().at(0);
    boolean leadingZero = digits > 0 && length == 0;
    if (peerBroken || (digits == 0 && read == ':')) {
      return false;
    }
    if (read == ':') {
      lengthKnown = true;
    } else if (read < '0' || read > '9' || leadingZero) {
      return false;
    } else {
      length = 10 * length + read - '0';
      digits++;
    }
    buffer().skip(1);
    return length <= maxLength;
  }

  private boolean giveUp() {
    peerBroken = true;
    buffer().skip(buffer().size());
    transport().loseConnection();
    return false;
  }
}
