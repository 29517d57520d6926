// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.protocol;

/**
 * The last request of a protocol to its {@link StringTransport} as the producer of what it
 * receives.
 *
 * @since 0.1
 */
public enum ProducerState {
  /** To go on, as at the beginning. */
  PRODUCING,
  /** To hold back. */
  PAUSED,
  /** To stop for good. */
  STOPPED
}
