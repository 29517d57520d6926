// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.run;

import dev.assay.trial.TrialError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The failures of trials that have ended. Only the class, or the whole run once the class has ended
 * as well, can still fail by them. Any thread may add one.
 *
 * @since 0.1
 */
public final class LateErrors {
  private final @Nullable LateErrors rest;
  private final List<TrialError> errors = new ArrayList<>();
  private boolean over;

  /**
   * Makes those of the whole run, or those of a class, which go to the former once it has ended.
   */
  public LateErrors(@Nullable LateErrors rest) {
    this.rest = rest;
  }

  /** Adds a failure. */
  public synchronized void add(TrialError error) {
    if (over && rest != null) {
      rest.add(error);
    } else {
      errors.add(error);
    }
  }

  /** Ends this, and returns all failures. */
  public synchronized List<TrialError> end() {
    over = true;
    return List.copyOf(errors);
  }

  /** Ends this, and throws the first failure, with the others suppressed in it. */
  public void raise() {
    List<TrialError> all = end();
    if (!all.isEmpty()) {
      TrialError first = all.get(0);
      all.subList(1, all.size()).forEach(first::addSuppressed);
      throw first;
    }
  }

  /** Returns whether this has ended. */
  public synchronized boolean isOver() {
    return over;
  }
}
