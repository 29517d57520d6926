// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol.framing;

/**
 * A protocol of strings, each prefixed with its length as an unsigned number, highest byte first.
 */
abstract class IntStringReceiver extends FramedReceiver {
  static final int MAX_LENGTH = 99_999;

  private final int prefixLength;
  private final int maxLength;

  IntStringReceiver(int prefixLength, int maxLength) {
    this.prefixLength = prefixLength;
    this.maxLength = checkedLength(maxLength);
  }

  /** Called with a string that has arrived. */
  protected abstract void stringReceived(byte[] string);

  /**
   * Called when a string is too long. Closes the connection unless overridden. No further string is
   * delivered.
   */
  protected void lengthLimitExceeded(long length) {
    transport().loseConnection();
  }

  /**
   * Sends a string.
   *
   * @throws IllegalArgumentException if its length does not fit into the prefix
   */
  public final void sendString(byte[] string) {
    long limit = 1L << (8 * prefixLength);
    if (string.length >= limit) {
      throw new IllegalArgumentException(
          "string must be shorter than " + limit + " bytes: " + string.length);
    }
    byte[] whole = new byte[prefixLength + string.length];
    for (int i = 0; i < prefixLength; i++) {
      whole[i] = (byte) (string.length >>> (8 * (prefixLength - 1 - i)));
    }
    System.arraycopy(string, 0, whole, prefixLength, string.length);
    transport().write(whole);
  }

  @Override
  final boolean deliverNext() {
    if (buffer().size() < prefixLength) {
      return false;
    }
    long length = readPrefix();
    if (length > maxLength) {
      lengthLimitExceeded(length);
      return false;
    }
    if (buffer().size() - prefixLength < length) {
      return false;
    }
    buffer().skip(prefixLength);
    stringReceived(buffer().take((int) length));
    return true;
  }

  private long readPrefix() {
    long length = 0;
    for (int i = 0; i < prefixLength; i++) {
      length = length << 8 | buffer().at(i);
    }
    return length;
  }
}
