// SPDX-License-Identifier: Apache-2.0
package dev.assay.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The errors that the harness has thrown into the code of one trial: verdicts and refusals. */
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
   * Moves the refusals that match a filter to the flushed errors, which are returned. Refusals that
   * are already among those are removed as well.
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
