// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.peer;

import dev.assay.contract.rig.Expect;

/**
 * Bytes that depend on their place, so that missing, doubled and misplaced bytes are found.
 *
 * @since 0.1
 */
public final class Pattern {
  /**
   * The factor that spreads neighbouring places over all values: 2<sup>32</sup> divided by the
   * golden ratio.
   */
  private static final int SPREAD = 0x9E3779B1;

  private Pattern() {}

  /** Returns n bytes from a place on. */
  public static byte[] bytes(int from, int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = at(from + i);
    }
    return bytes;
  }

  /** Asserts that bytes are all those that were written, from the first place on. */
  public static void check(String what, int length, byte[] actual) {
    Expect.equal("the length of " + what, length, actual.length);
    checkPrefix(what, actual);
  }

  /** Asserts that bytes are the first ones of those that were written. */
  public static void checkPrefix(String what, byte[] actual) {
    for (int i = 0; i < actual.length; i++) {
      if (actual[i] != at(i)) {
        throw new AssertionError(
            "%s must be as it was written; byte %d is another".formatted(what, i));
      }
    }
  }

  private static byte at(int place) {
    return (byte) ((place * SPREAD) >>> 24);
  }
}
