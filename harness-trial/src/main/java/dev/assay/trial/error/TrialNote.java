// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.error;

import dev.assay.pending.Ledger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says, suppressed in what a trial has failed with, when and where that was.
 *
 * @since 0.1
 */
public final class TrialNote extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private volatile String text;

  /** The problems that are reported together with this, once they are. */
  private transient volatile @Nullable List<Throwable> report;

  /** Whether a trial runs another, whose report then is a thing of its own. */
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

  /** Returns when and where a trial has failed. */
  @Override
  public String getMessage() {
    return text;
  }

  /** Returns whether this says the same. */
  public boolean says(String text) {
    return text.equals(getMessage());
  }

  /** Returns whether what this is about is not reported yet. */
  public boolean isOpen() {
    return report == null;
  }

  /** Says all there is to say, now that it is reported. */
  public void complete(String text, List<Throwable> report) {
    this.text = text;
    this.report = report;
  }

  /** Returns the problems that this was reported with, if it was. */
  public List<Throwable> report() {
    List<Throwable> known = report;
    return known == null ? List.of() : known;
  }

  /** Returns whether this was noted for an earlier report than one about some problems. */
  @SuppressWarnings("ReferenceEquality")
  public boolean isOfAnother(@Nullable List<Throwable> problems) {
    List<Throwable> known = report;
    return !withinTrial && known != null && known != problems;
  }
}
