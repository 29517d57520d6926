// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several Deferreds of which the first value counts: the others are cancelled and forgotten. */
final class Race<T extends @Nullable Object> {
  private final List<Deferred<T>> runners;
  private final @Nullable Throwable[] errors;
  private final Deferred<Indexed<T>> result;
  private int failed;
  private boolean won;

  Race(List<Deferred<T>> runners) {
    this.runners = runners;
    this.errors = new @Nullable Throwable[runners.size()];
    this.result = new Deferred<>(ignored -> runners.forEach(Deferred::cancel));
  }

  Deferred<Indexed<T>> start() {
    for (int i = 0; i < runners.size(); i++) {
      int index = i;
      runners
          .get(i)
          .<@Nullable Void>addCallbacks(
              value -> succeeded(index, value), error -> failed(index, error));
    }
    return result;
  }

  private @Nullable Void succeeded(int index, T value) {
    if (!won) {
      won = true;
      runners.forEach(Deferred::cancel);
      if (!result.isFired()) {
        result.callback(new Indexed<>(index, value));
      }
    }
    return null;
  }

  private @Nullable Void failed(int index, Throwable error) {
    errors[index] = error;
    failed++;
    if (failed == errors.length && !result.isFired()) {
      result.errback(new FailureGroupException(Arrays.asList(errors)));
    }
    return null;
  }
}
