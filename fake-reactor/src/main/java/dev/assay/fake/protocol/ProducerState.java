// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.protocol;

/**
 * The last request of a protocol to its {@link StringTransport} as the producer of the data that
 * the protocol receives.
 *
 * @since 0.1
 */
public enum ProducerState {
  /** To continue, as at the beginning. */
  PRODUCING,
  /** To pause. */
  PAUSED,
  /** To stop permanently. */
  STOPPED
}
