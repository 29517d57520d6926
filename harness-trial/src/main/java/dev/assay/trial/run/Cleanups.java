// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.run;

import dev.assay.pending.Site;
import dev.assay.trial.TrialBody;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The cleanups of a trial, which are done at its end, last first. */
final class Cleanups {
  private final Deque<Cleanup> stack = new ArrayDeque<>();

  /** Adds what the user's code that is running wants done. */
  void add(TrialBody body) {
    stack.push(new Cleanup(body, Site.here()));
  }

  boolean isEmpty() {
    return stack.isEmpty();
  }

  /** Returns the clean-up that is next, which is then no longer here, or null. */
  @Nullable Cleanup next() {
    return stack.poll();
  }

  /**
   * Something to be done.
   *
   * @param added where in the user's code it was asked for
   */
  record Cleanup(TrialBody body, Site added) {
    /** Returns the name of the part of the trial in which it is done. */
    String phase() {
      return "cleanup added at " + added;
    }
  }
}
