// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.bytes;

/**
 * A number of bytes.
 *
 * @since 0.1
 */
public record Size(int bytes) {
  /** Returns {@code 5 bytes}. */
  @Override
  public String toString() {
    return bytes + (bytes == 1 ? " byte" : " bytes");
  }
}
