// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

/**
 * A source of data that gives one piece each time it is asked.
 *
 * @since 0.1
 */
public interface PullProducer {
  /** Writes one piece to the consumer, or unregisters if there is no more. */
  void resumeProducing();

  /** Stops for good: the consumer is gone. */
  void stopProducing();
}
