// SPDX-License-Identifier: Apache-2.0
package dev.assay.ledger;

import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The actions to run when a trial ends. Any thread may add one. */
final class OnClose {
  private final NavigableMap<Long, Runnable> actions = new TreeMap<>();
  private long added;

  /** Adds an action. It is forgotten if the returned binding is closed. */
  synchronized Ledger.Binding add(Runnable action) {
    long key = added++;
    actions.put(key, action);
    return () -> forget(key);
  }

  private synchronized void forget(long key) {
    actions.remove(key);
  }

  /** Runs the actions, last first, and those that are added meanwhile. */
  void run(Consumer<Throwable> failed) {
    for (Runnable last = takeLast(); last != null; last = takeLast()) {
      try {
        last.run();
      } catch (Throwable error) {
        failed.accept(error);
      }
    }
  }

  private synchronized @Nullable Runnable takeLast() {
    return actions.isEmpty() ? null : actions.pollLastEntry().getValue();
  }
}
