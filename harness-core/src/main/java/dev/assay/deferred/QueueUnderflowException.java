// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

/**
 * Says that a {@link DeferredQueue} let nobody else wait: it was empty, and its backlog was full.
 *
 * @since 0.1
 */
public final class QueueUnderflowException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  QueueUnderflowException(String message) {
    super(message);
  }
}
