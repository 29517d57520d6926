// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

/**
 * Thrown when a {@link DeferredQueue} rejects a get: it is empty, and its backlog is full.
 *
 * @since 0.1
 */
public final class QueueUnderflowException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  QueueUnderflowException(String message) {
    super(message);
  }
}
