// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.bytes;

import java.util.List;

/**
 * Arrays of bytes.
 *
 * @since 0.1
 */
public final class Bytes {
  private Bytes() {}

  /**
   * Returns the length that a policy wants the next chunk to have, if there can be such a chunk.
   *
   * @throws IllegalStateException if there cannot
   */
  public static int chunkLength(Object policy, int wanted, int available) {
    if (wanted < 1 || wanted > available) {
      throw new IllegalStateException(
          "%s wants a chunk of %d bytes; there can be one of 1 to %d"
              .formatted(policy, wanted, available));
    }
    return wanted;
  }

  /** Returns all these bytes in one array. */
  public static byte[] join(List<byte[]> pieces) {
    byte[] joined = new byte[pieces.stream().mapToInt(piece -> piece.length).sum()];
    int length = 0;
    for (byte[] piece : pieces) {
      System.arraycopy(piece, 0, joined, length, piece.length);
      length += piece.length;
    }
    return joined;
  }
}
