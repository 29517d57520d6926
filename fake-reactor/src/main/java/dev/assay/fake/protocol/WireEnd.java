// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.protocol;

/** The end of one direction of a {@link Wire}; each value is later than those before it. */
enum WireEnd {
  /** It goes on. */
  NONE,
  /** All that was written has been sent. */
  FIN,
  /** It was cut off. */
  RESET
}
