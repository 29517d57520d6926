// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The one ambient thing in the harness: whose work a thread is doing. By it a bare {@code new
 * Deferred<>()} finds the ledger of its trial, and a clock knows a thread that stands in for its
 * own.
 */
final class CurrentWork {
  private static final ThreadLocal<@Nullable Bound> OF_THREAD = new ThreadLocal<>();

  /**
   * The number of bindings there are. A thread reads its own writes, so zero means that this thread
   * has none: where nobody runs a trial or a {@code Sequential}, nothing is looked up.
   */
  private static final AtomicInteger BINDINGS = new AtomicInteger();

  private CurrentWork() {}

  /** Returns the ledger of the trial that this thread is running, or null outside one. */
  static @Nullable Ledger ledger() {
    Bound bound = innermost();
    return bound == null ? null : bound.ledger;
  }

  /** Returns the thread whose work this one is doing: its own, unless it stands in for another. */
  static Thread thread() {
    Bound bound = innermost();
    return bound == null ? Thread.currentThread() : bound.thread;
  }

  static Ledger.Binding bind(@Nullable Ledger ledger, Thread thread) {
    Bound bound = new Bound(ledger, thread, OF_THREAD.get());
    OF_THREAD.set(bound);
    BINDINGS.getAndIncrement();
    return bound;
  }

  private static @Nullable Bound innermost() {
    return BINDINGS.getPlain() == 0 ? null : OF_THREAD.get();
  }

  /** One hold on a thread, and the one that it is put on top of. */
  private static final class Bound implements Ledger.Binding {
    private final @Nullable Ledger ledger;
    private final Thread thread;
    private final @Nullable Bound outer;

    Bound(@Nullable Ledger ledger, Thread thread, @Nullable Bound outer) {
      this.ledger = ledger;
      this.thread = thread;
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
