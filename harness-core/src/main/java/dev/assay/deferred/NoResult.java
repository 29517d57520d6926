// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

/** The result of a chain that has none. Users never see it. */
enum NoResult {
  /** The chain has not been fired. */
  UNFIRED
}
