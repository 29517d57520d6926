// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import java.util.List;

/** Arrays of bytes. */
final class Bytes {
  private Bytes() {}

  static byte[] join(List<byte[]> pieces) {
    byte[] joined = new byte[pieces.stream().mapToInt(piece -> piece.length).sum()];
    int length = 0;
    for (byte[] piece : pieces) {
      System.arraycopy(piece, 0, joined, length, piece.length);
      length += piece.length;
    }
    return joined;
  }
}
