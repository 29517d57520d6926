// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The one ambient thing in the harness: the ledger of the trial that a thread is running, by which
 * a bare {@code new Deferred<>()} finds it.
 */
final class CurrentLedger {
  private static final ThreadLocal<@Nullable Bound> OF_THREAD = new ThreadLocal<>();

  /**
   * The number of bindings there are. A thread reads its own writes, so zero means that this thread
   * has none, and production code is spared the look-up.
   */
  private static final AtomicInteger BINDINGS = new AtomicInteger();

  private CurrentLedger() {}

  static @Nullable Ledger get() {
    Bound bound = BINDINGS.getPlain() == 0 ? null : OF_THREAD.get();
    return bound == null ? null : bound.ledger;
  }

  static Ledger.Binding bind(Ledger ledger) {
    Bound bound = new Bound(ledger, OF_THREAD.get());
    OF_THREAD.set(bound);
    BINDINGS.getAndIncrement();
    return bound;
  }

  /** One hold on a thread, and the one that it is put on top of. */
  private static final class Bound implements Ledger.Binding {
    private final Ledger ledger;
    private final @Nullable Bound outer;

    Bound(Ledger ledger, @Nullable Bound outer) {
      this.ledger = ledger;
      this.outer = outer;
    }

    @Override
    public void close() {
      if (OF_THREAD.get() != this) {
        throw new IllegalStateException(
            "this binding does not hold thread "
                + Thread.currentThread().getName()
                + "; close bindings once, innermost first, on the thread that they hold");
      }
      BINDINGS.getAndDecrement();
      if (outer == null) {
        OF_THREAD.remove();
      } else {
        OF_THREAD.set(outer);
      }
    }
  }
}
