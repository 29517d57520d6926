// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Bytes that have arrived at one end of a connection and are not received yet, as they were sent.
 */
final class Inbox {
  private final ArrayDeque<byte[]> pieces = new ArrayDeque<>();
  private int size;

  int size() {
    return size;
  }

  boolean isEmpty() {
    return pieces.isEmpty();
  }

  void add(byte[] piece) {
    pieces.add(piece);
    size += piece.length;
  }

  /** Puts back what was taken too much. */
  void putBack(byte[] rest) {
    pieces.addFirst(rest);
    size += rest.length;
  }

  /** Takes the first piece, or as much of it as the chooser says; there must be one. */
  byte[] take(Chooser chooser) {
    byte[] piece = pieces.remove();
    size -= piece.length;
    int length = piece.length < 2 ? 0 : chooser.choose(Choice.CUT, piece.length);
    if (length == 0) {
      return piece;
    }
    putBack(Arrays.copyOfRange(piece, length, piece.length));
    return Arrays.copyOf(piece, length);
  }

  void clear() {
    pieces.clear();
    size = 0;
  }
}
