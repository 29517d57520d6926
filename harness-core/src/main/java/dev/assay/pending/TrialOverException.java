// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

/**
 * Thrown when an object of a trial is used after the trial has ended.
 *
 * @since 0.1
 */
public final class TrialOverException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception with a text that says what was used, and when it can be. */
  public TrialOverException(String text) {
    super(text);
  }
}
