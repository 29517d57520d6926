// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.event;

/**
 * The phases of one turn of a reactor's loop, in their order.
 *
 * @since 0.1
 */
public enum Phase {
  /** What other threads, and code that pretends to be on one, have handed over. */
  THREAD_CALLS,
  /** The calls that are due. */
  DELAYED_CALLS,
  /** What the network does, descriptors of the user's own, and the tasks of the thread pool. */
  NETWORK,
  /** The shutdown of a reactor that was stopped. */
  SHUTDOWN
}
