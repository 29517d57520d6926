// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.bytes;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * The bytes that have arrived at one end of a connection and have not been received, in the pieces
 * in which they were sent.
 *
 * @since 0.1
 */
public final class Inbox {
  private final ArrayDeque<byte[]> pieces = new ArrayDeque<>();
  private int size;

  /** Returns the number of bytes that wait here. */
  public int size() {
    return size;
  }

  /** Returns whether nothing waits here. */
  public boolean isEmpty() {
    return pieces.isEmpty();
  }

  /** Adds bytes that have arrived. */
  public void add(byte[] piece) {
    pieces.add(piece);
    size += piece.length;
  }

  /** Puts back the excess of a piece that was taken. */
  void putBack(byte[] rest) {
    pieces.addFirst(rest);
    size += rest.length;
  }

  /**
   * Takes the first piece, or the beginning of it; there must be one.
   *
   * @param cut returns the number of bytes to take of a piece with the given number of bytes, or
   *     zero for all
   */
  public byte[] take(IntUnaryOperator cut) {
    byte[] piece = pieces.remove();
    size -= piece.length;
    int length = piece.length < 2 ? 0 : cut.applyAsInt(piece.length);
    if (length == 0) {
      return piece;
    }
    putBack(Arrays.copyOfRange(piece, length, piece.length));
    return Arrays.copyOf(piece, length);
  }

  /** Discards all bytes. */
  public void clear() {
    pieces.clear();
    size = 0;
  }
}
