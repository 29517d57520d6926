// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

/**
 * Thrown when a {@link DeferredQueue} rejects an item: it is full, and no get waits.
 *
 * @since 0.1
 */
public final class QueueOverflowException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  QueueOverflowException(String message) {
    super(message);
  }
}
