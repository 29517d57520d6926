// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.protocol;

/** The end of one direction of a {@link Wire}. */
enum WireEnd {
  /** The direction is open. */
  NONE,
  /** The direction has ended after all its bytes were sent. */
  FIN,
  /** The direction was cut off. */
  RESET
}
