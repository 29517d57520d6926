// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

/** The result of a chain that has none, which no user can have in hand. */
enum NoResult {
  /** The chain has not been fired. */
  UNFIRED
}
