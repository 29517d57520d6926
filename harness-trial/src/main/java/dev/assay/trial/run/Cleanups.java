// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.run;

import dev.assay.pending.Site;
import dev.assay.stack.Sites;
import dev.assay.trial.TrialBody;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The cleanups of a trial, which run at its end, last first. */
final class Cleanups {
  private final Deque<Cleanup> stack = new ArrayDeque<>();

  /** Adds a cleanup that the running user code requests. */
  void add(TrialBody body) {
    stack.push(new Cleanup(body, Sites.here()));
  }

  boolean isEmpty() {
    return stack.isEmpty();
  }

  /** Removes and returns the next cleanup, or null. */
  @Nullable Cleanup next() {
    return stack.poll();
  }

  /**
   * A cleanup.
   *
   * @param added the place in user code that has added it
   */
  record Cleanup(TrialBody body, Site added) {
    /** Returns the name of the part of the trial in which it runs. */
    String phase() {
      return "cleanup added at " + added;
    }
  }
}
