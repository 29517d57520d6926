// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.run;

import dev.assay.trial.TrialError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong in trials that have ended: nobody but the class, or the whole run once the class
 * has ended as well, can still fail of it. Any thread may add to this.
 *
 * @since 0.1
 */
public final class Latecomers {
  private final @Nullable Latecomers rest;
  private final List<TrialError> errors = new ArrayList<>();
  private boolean over;

  /** Makes those of the whole run, or those of a class, whose own latecomers go to the former. */
  public Latecomers(@Nullable Latecomers rest) {
    this.rest = rest;
  }

  /** Takes what has gone wrong. */
  public synchronized void add(TrialError error) {
    if (over && rest != null) {
      rest.add(error);
    } else {
      errors.add(error);
    }
  }

  /** Ends this, and returns all that has come. */
  public synchronized List<TrialError> end() {
    over = true;
    return List.copyOf(errors);
  }

  /** Ends this, and throws the first that has come, with the others suppressed in it. */
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
