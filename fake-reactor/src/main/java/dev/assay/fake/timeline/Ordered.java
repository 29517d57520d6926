// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

/** Work that must not overtake its like. */
interface Ordered extends Runnable {
  /** Returns what is common to all that run in the order in which they were armed. */
  Object orderKey();

  /** Returns words for where the work comes from, or nothing if it is no user's. */
  String origin();
}
