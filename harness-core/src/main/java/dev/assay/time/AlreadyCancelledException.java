// SPDX-License-Identifier: Apache-2.0
package dev.assay.time;

/**
 * Thrown when a {@link DelayedCall} can no longer be changed because it was cancelled.
 *
 * @since 0.1
 */
public final class AlreadyCancelledException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception, with a message that says what was tried with which call. */
  public AlreadyCancelledException(String message) {
    super(message);
  }
}
