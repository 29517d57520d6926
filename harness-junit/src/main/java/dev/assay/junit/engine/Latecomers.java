// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import dev.assay.trial.TrialError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong in trials that have ended: nobody but the class, or the whole run once the class
 * has ended as well, can still fail of it. Any thread may add to this.
 */
final class Latecomers {
  private final @Nullable Latecomers rest;
  private final List<TrialError> errors = new ArrayList<>();
  private boolean over;

  /** Makes those of the whole run, or those of a class, whose own latecomers go to the former. */
  Latecomers(@Nullable Latecomers rest) {
    this.rest = rest;
  }

  synchronized void add(TrialError error) {
    if (over && rest != null) {
      rest.add(error);
    } else {
      errors.add(error);
    }
  }

  /** Ends this, and returns all that has come. */
  synchronized List<TrialError> end() {
    over = true;
    return List.copyOf(errors);
  }

  synchronized boolean isOver() {
    return over;
  }
}
