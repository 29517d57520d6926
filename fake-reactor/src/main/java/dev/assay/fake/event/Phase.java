// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.event;

/**
 * The phases of one turn of a reactor's loop, in order.
 *
 * @since 0.1
 */
public enum Phase {
  /** The calls handed over by other threads, and by code that simulates another thread. */
  THREAD_CALLS,
  /** The calls that are due. */
  DELAYED_CALLS,
  /** The events of the network, the user's own descriptors, and the tasks of the thread pool. */
  NETWORK,
  /** The shutdown of a reactor that was stopped. */
  SHUTDOWN
}
