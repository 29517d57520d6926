// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

/** Work that must not overtake other work with the same key. */
interface Ordered extends Runnable {
  /** Returns the key shared by all work that runs in the order of arming. */
  Object orderKey();

  /** Returns a description of where the work comes from, or an empty text if it is not a user's. */
  String origin();
}
