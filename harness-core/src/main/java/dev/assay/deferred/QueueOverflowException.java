// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

/**
 * Says that a {@link DeferredQueue} took no further item: it was full, and nobody waited for one.
 *
 * @since 0.1
 */
public final class QueueOverflowException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  QueueOverflowException(String message) {
    super(message);
  }
}
