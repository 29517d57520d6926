// SPDX-License-Identifier: Apache-2.0
package dev.assay.time;

/**
 * Says that a {@link DelayedCall} can no longer be changed because it has run or is running.
 *
 * @since 0.1
 */
public final class AlreadyCalledException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** Makes the exception, with what was asked of which call. */
  public AlreadyCalledException(String message) {
    super(message);
  }
}
