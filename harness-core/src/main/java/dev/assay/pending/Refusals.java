// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the harness has thrown into the code of one trial: verdicts, and what it has refused. */
final class Refusals {
  private static final int MOST = 1_000;

  private @Nullable List<Throwable> thrown;

  synchronized void add(Throwable refusal) {
    if (thrown == null) {
      thrown = new ArrayList<>();
    }
    if (thrown.size() < MOST) {
      thrown.add(refusal);
    }
  }

  synchronized List<Throwable> all() {
    return thrown == null ? List.of() : List.copyOf(thrown);
  }

  /**
   * Moves what a filter takes to the errors that were flushed, which it returns; what is among them
   * already goes with them.
   */
  @SuppressWarnings("ReferenceEquality")
  synchronized List<Throwable> flush(Predicate<? super Throwable> filter, List<Throwable> flushed) {
    if (thrown == null) {
      return flushed;
    }
    for (Throwable some : List.copyOf(thrown)) {
      boolean known = flushed.stream().anyMatch(error -> error == some);
      if (known || filter.test(some)) {
        thrown.removeIf(each -> each == some);
      }
      if (!known && filter.test(some)) {
        flushed.add(some);
      }
    }
    return flushed;
  }
}
