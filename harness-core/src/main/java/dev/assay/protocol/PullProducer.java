// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

/**
 * A source of data that writes one piece each time it is asked.
 *
 * @since 0.1
 */
public interface PullProducer {
  /** Writes one piece to the consumer, or unregisters this if there is no more. */
  void resumeProducing();

  /** Stops permanently: the consumer has gone. */
  void stopProducing();
}
