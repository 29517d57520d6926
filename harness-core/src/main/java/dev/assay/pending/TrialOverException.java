// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

/**
 * Thrown to whoever uses what a trial has made when that trial has ended.
 *
 * @since 0.1
 */
public final class TrialOverException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  TrialOverException(String text) {
    super(text);
  }
}
