// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.bytes;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Bytes that have arrived at one end of a connection and are not received yet, as they were sent.
 *
 * @since 0.1
 */
public final class Inbox {
  private final ArrayDeque<byte[]> pieces = new ArrayDeque<>();
  private int size;

  /** Returns how many bytes wait here. */
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

  /** Puts back what was taken too much. */
  void putBack(byte[] rest) {
    pieces.addFirst(rest);
    size += rest.length;
  }

  /**
   * Takes the first piece, or the beginning of it; there must be one.
   *
   * @param cut returns how many bytes to take of a piece that has this many, or zero for all
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

  /** Forgets all. */
  public void clear() {
    pieces.clear();
    size = 0;
  }
}
