// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.bytes;

import java.util.List;

/**
 * Operations on byte arrays.
 *
 * @since 0.1
 */
public final class Bytes {
  private Bytes() {}

  /**
   * Returns the length of the next chunk according to a policy, if such a chunk is possible.
   *
   * @throws IllegalStateException if it is not
   */
  public static int chunkLength(Object policy, int wanted, int available) {
    if (wanted < 1 || wanted > available) {
      throw new IllegalStateException(
          "%s has chosen a chunk of %d bytes; it must have 1 to %d"
              .formatted(policy, wanted, available));
    }
    return wanted;
  }

  /** Returns the bytes of all pieces in one array. */
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
