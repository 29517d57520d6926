// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The one ambient thing in the harness: the ledger of the trial that a thread is running, by which
 * a bare {@code new Deferred<>()} finds it.
 */
final class CurrentLedger {
  private static final ThreadLocal<@Nullable Ledger> OF_THREAD = new ThreadLocal<>();

  /**
   * The number of bindings there are. A thread reads its own writes, so zero means that this thread
   * has none, and production code is spared the look-up.
   */
  private static final AtomicInteger BINDINGS = new AtomicInteger();

  private CurrentLedger() {}

  static @Nullable Ledger get() {
    return BINDINGS.getPlain() == 0 ? null : OF_THREAD.get();
  }

  static Ledger.Binding bind(Ledger ledger) {
    Ledger outer = OF_THREAD.get();
    OF_THREAD.set(ledger);
    BINDINGS.getAndIncrement();
    return () -> unbind(ledger, outer);
  }

  private static void unbind(Ledger ledger, @Nullable Ledger outer) {
    if (OF_THREAD.get() != ledger) {
      throw new IllegalStateException(
          "this ledger is not bound to "
              + Thread.currentThread()
              + "; close bindings innermost first");
    }
    BINDINGS.getAndDecrement();
    if (outer == null) {
      OF_THREAD.remove();
    } else {
      OF_THREAD.set(outer);
    }
  }
}
