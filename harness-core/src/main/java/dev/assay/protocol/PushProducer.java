// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

/**
 * A source of data that gives it as it comes, until it is asked to pause.
 *
 * @since 0.1
 */
public interface PushProducer {
  /** Holds back until {@link #resumeProducing()}: the consumer has enough. */
  void pauseProducing();

  /** Goes on after a pause. */
  void resumeProducing();

  /** Stops for good: the consumer is gone. */
  void stopProducing();
}
