// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.error;

import dev.assay.ledger.Ledger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A note, suppressed in the failure of a trial, on when and where the failure happened.
 *
 * @since 0.1
 */
public final class TrialNote extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private volatile String text;

  /** The problems that are reported together with this note, once they are. */
  private transient volatile @Nullable List<Throwable> report;

  /** Whether the trial runs inside another trial, and its report is separate. */
  private final boolean withinTrial = Ledger.current() != null;

  /**
   * Makes a note.
   *
   * @param report the problems that it is reported with, or null if they are not known yet
   */
  public TrialNote(String text, @Nullable List<Throwable> report) {
    super(text, null, false, false);
    this.text = text;
    this.report = report;
  }

  /** Returns when and where the trial has failed. */
  @Override
  public String getMessage() {
    return text;
  }

  /** Returns the message alone: stack traces name what they print. */
  @Override
  public String toString() {
    return text;
  }

  /** Returns whether this note has the same text. */
  public boolean says(String text) {
    return text.equals(getMessage());
  }

  /** Returns whether the failure of this note is not reported yet. */
  public boolean isOpen() {
    return report == null;
  }

  /** Sets the complete text, now that the failure is reported. */
  public void complete(String text, List<Throwable> report) {
    this.text = text;
    this.report = report;
  }

  /** Returns the problems that this note was reported with, if it was. */
  public List<Throwable> report() {
    List<Throwable> known = report;
    return known == null ? List.of() : known;
  }

  /** Returns whether this note was made for an earlier report than the one about some problems. */
  @SuppressWarnings("ReferenceEquality")
  public boolean isOfAnother(@Nullable List<Throwable> problems) {
    List<Throwable> known = report;
    return !withinTrial && known != null && known != problems;
  }
}
