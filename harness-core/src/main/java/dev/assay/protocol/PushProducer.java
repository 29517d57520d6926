// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

/**
 * A source of data that writes at its own speed until it is asked to pause.
 *
 * @since 0.1
 */
public interface PushProducer {
  /** Writes nothing until {@link #resumeProducing()} is called: the consumer's buffer is full. */
  void pauseProducing();

  /** Continues after a pause. */
  void resumeProducing();

  /** Stops permanently: the consumer has gone. */
  void stopProducing();
}
