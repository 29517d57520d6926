// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several Deferreds of which the first value counts. The others are cancelled, and their results
 * ignored.
 */
final class Race<T extends @Nullable Object> {
  private final List<Deferred<T>> runners;
  private final @Nullable Throwable[] errors;
  private final Deferred<Indexed<T>> result;
  private int failed;
  private boolean won;

  Race(List<Deferred<T>> runners) {
    this.runners = runners;
    this.errors = new @Nullable Throwable[runners.size()];
    this.result = new Deferred<>(Cancellation.passingOn(runners));
  }

  Deferred<Indexed<T>> start() {
    for (int i = 0; i < runners.size(); i++) {
      int index = i;
      runners.get(i).observe(Level.Remainder.NOTHING, outcome -> ended(index, outcome));
    }
    return result;
  }

  private @Nullable FiringRequest ended(int index, Outcome<T> outcome) {
    return outcome.<@Nullable FiringRequest>fold(
        value -> succeeded(index, value), error -> failed(index, error));
  }

  private @Nullable FiringRequest succeeded(int index, T value) {
    if (won) {
      return null;
    }
    won = true;
    Cancellation.cancelAll(runners);
    return result.isFired() ? null : new FiringRequest(result, new Indexed<>(index, value));
  }

  private @Nullable FiringRequest failed(int index, Throwable error) {
    errors[index] = error;
    failed++;
    boolean last = failed == errors.length && !result.isFired();
    return last
        ? new FiringRequest(result, new Failed(new FailureGroupException(Arrays.asList(errors))))
        : null;
  }
}
