// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

/**
 * Thrown when a Deferred is fired a second time.
 *
 * @since 0.1
 */
public final class AlreadyFiredException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  AlreadyFiredException(String message) {
    super(message);
  }
}
