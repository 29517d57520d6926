// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What is to be done at the end of a trial, last first. */
final class Cleanups {
  private final Deque<TrialBody> stack = new ArrayDeque<>();

  void add(TrialBody cleanup) {
    stack.push(cleanup);
  }

  /** Returns the clean-up that is next, which is then no longer here, or null. */
  @Nullable TrialBody next() {
    return stack.poll();
  }
}
