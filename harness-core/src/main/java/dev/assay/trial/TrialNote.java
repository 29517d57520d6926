// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

/**
 * Says, suppressed in what a trial has failed with, when and where that was.
 *
 * @since 0.1
 */
public final class TrialNote extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TrialNote(String text) {
    super(text, null, false, false);
  }

  boolean says(String text) {
    return text.equals(getMessage());
  }
}
