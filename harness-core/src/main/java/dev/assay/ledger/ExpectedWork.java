// SPDX-License-Identifier: Apache-2.0
package dev.assay.ledger;

import dev.assay.pending.Pending;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Work that a trial has requested from another thread, such as the end of a stage that it made a
 * Deferred of. It is no foreign call if that thread submits it.
 *
 * @since 0.1
 */
public interface ExpectedWork extends Runnable {
  /** Returns how often a trial has requested such work. */
  static long askedFor(Ledger ledger) {
    return ledger.numbers.asked.get();
  }

  /**
   * Returns the open entries of a trial that wait for such work. To be called on the trial's own
   * thread.
   */
  static List<Pending> awaitedIn(Ledger ledger) {
    List<Pending> awaited = new ArrayList<>();
    for (LedgerEntry entry : ledger.entries().all()) {
      if (entry.external()) {
        awaited.add(entry.freeze());
      }
    }
    return awaited;
  }

  /** Returns a stage as a future, or a future that ends as the stage does if the stage has none. */
  static <T extends @Nullable Object> CompletableFuture<T> futureOf(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture();
    } catch (UnsupportedOperationException refused) {
      CompletableFuture<T> like = new CompletableFuture<>();
      stage.whenComplete(
          (value, failure) -> {
            if (failure == null) {
              like.complete(value);
            } else {
              like.completeExceptionally(failure);
            }
          });
      return like;
    }
  }
}
